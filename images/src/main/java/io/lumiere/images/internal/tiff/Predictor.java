package io.lumiere.images.internal.tiff;

/** Undoes the differences that samples were stored as (TIFF 6.0, section 14; Technical Note 3). */
final class Predictor {
  static final int NONE = 1;
  static final int HORIZONTAL = 2;
  static final int FLOATING_POINT = 3;

  private Predictor() {}

  /** Whether it is one of those that are undone here, for such samples. */
  static boolean isKnown(int predictor, int bits, int format) {
    return switch (predictor) {
      case NONE -> true;
      case HORIZONTAL -> bits == 8 || bits == 16 || bits == 32 || bits == 64;
      case FLOATING_POINT -> format == TiffImage.FLOAT && (bits == 16 || bits == 32 || bits == 64);
      default -> false;
    };
  }

  /**
   * Undoes it in one row, from {@code at} on. Samples come out in the byte order that they had,
   * those of {@link #FLOATING_POINT} in the file's.
   *
   * @param channels samples of a pixel
   * @param width of a sample in bytes
   */
  static void undo(
      int predictor, byte[] row, int at, int length, int channels, int width, boolean little) {
    if (predictor == HORIZONTAL) {
      addNeighbours(row, at, length, channels, width, little);
    } else if (predictor == FLOATING_POINT) {
      joinBytes(row, at, length, channels, width, little);
    }
  }

  private static void addNeighbours(
      byte[] row, int at, int length, int channels, int width, boolean little) {
    int step = channels * width;
    for (int i = at + step; i + width <= at + length; i += width) {
      int carry = 0;
      for (int b = 0; b < width; b++) {
        int place = little ? b : width - 1 - b;
        int sum = (row[i + place] & 0xff) + (row[i + place - step] & 0xff) + carry;
        row[i + place] = (byte) sum;
        carry = sum >> 8;
      }
    }
  }

  /**
   * The highest bytes of all samples come first, then the next ones; all of them as differences.
   */
  private static void joinBytes(
      byte[] row, int at, int length, int channels, int width, boolean little) {
    for (int i = at + channels; i < at + length; i++) {
      row[i] += row[i - channels];
    }
    byte[] bytes = new byte[length];
    System.arraycopy(row, at, bytes, 0, length);
    int samples = length / width;
    for (int i = 0; i < samples; i++) {
      for (int b = 0; b < width; b++) {
        row[at + i * width + (little ? width - 1 - b : b)] = bytes[b * samples + i];
      }
    }
  }
}
