package io.lumiere.images.internal.opencv;

import io.lumiere.images.internal.pixels.Samples;
import java.util.Arrays;

/** JPEGs whose end is missing, as after a broken copy. */
final class CutOffJpeg {
  private static final byte MISSING = (byte) 128;
  private static final int LONGEST_SEGMENT = 65_537;

  private CutOffJpeg() {}

  /**
   * The file with an end marker, where a decoder gives what is there. A segment that is cut off is
   * dropped, as between the scans of a progressive JPEG.
   */
  static byte[] ended(byte[] file) {
    int end = file.length;
    for (int i = file.length - 2; i >= Math.max(0, file.length - LONGEST_SEGMENT); i--) {
      if (file[i] == (byte) 0xff && hasLength(file[i + 1]) && overruns(file, i + 2)) {
        end = i;
      }
    }
    byte[] ended = Arrays.copyOf(file, end + 2);
    ended[end] = (byte) 0xff;
    ended[end + 1] = (byte) 0xd9;
    return ended;
  }

  // In a scan's data 0xff is followed by 0 or by a restart marker, which have no length.
  private static boolean hasLength(byte marker) {
    int value = marker & 0xff;
    return value >= 0xc0 && value < 0xff && (value < 0xd0 || value > 0xd9);
  }

  private static boolean overruns(byte[] file, int at) {
    return at + 2 > file.length
        || at + (((file[at] & 0xff) << 8) | (file[at + 1] & 0xff)) > file.length;
  }

  /** How many rows at the bottom have no data: such blocks become mid-grey, exactly. */
  static int missingRows(Samples image) {
    byte[] row = new byte[image.width() * image.channels()];
    for (int missing = 0; missing < image.height(); missing++) {
      image.bytes(image.height() - 1 - missing, row);
      for (byte sample : row) {
        if (sample != MISSING) {
          return missing;
        }
      }
    }
    return image.height();
  }
}
