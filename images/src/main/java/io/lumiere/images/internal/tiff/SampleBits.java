package io.lumiere.images.internal.tiff;

/** Samples of any number of bits, one after the other, each row from a whole byte on. */
final class SampleBits {
  private SampleBits() {}

  /**
   * Reads every {@code step}-th sample of a row, from the sample {@code first} on.
   *
   * @param rowStart where the row begins
   * @param bits 1 to 16, 32 or 64
   * @param little the order of bytes within a sample of whole bytes
   */
  static void read(
      byte[] in,
      int rowStart,
      int first,
      int step,
      int bits,
      boolean little,
      long[] values,
      int at,
      int count) {
    if (bits == 8) {
      for (int i = 0; i < count; i++) {
        values[at + i] = in[rowStart + first + i * step] & 0xff;
      }
    } else if (bits % 16 == 0) {
      int width = bits / 8;
      for (int i = 0; i < count; i++) {
        values[at + i] = whole(in, rowStart + (first + i * step) * width, width, little);
      }
    } else {
      for (int i = 0; i < count; i++) {
        values[at + i] = odd(in, rowStart, (long) (first + i * step) * bits, bits);
      }
    }
  }

  private static long whole(byte[] in, int at, int width, boolean little) {
    long value = 0;
    for (int b = 0; b < width; b++) {
      value = value << 8 | (in[at + (little ? width - 1 - b : b)] & 0xff);
    }
    return value;
  }

  private static long odd(byte[] in, int rowStart, long bit, int bits) {
    long value = 0;
    for (int b = 0; b < bits; b++) {
      int at = rowStart + (int) ((bit + b) >> 3);
      value = value << 1 | (in[at] >> (7 - ((bit + b) & 7)) & 1);
    }
    return value;
  }
}
