package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;

/** TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first. */
final class Lzw {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int TABLE = 4096;
  private static final int MIN_BITS = 9;
  private static final int MAX_BITS = 12;

  private final byte[] in;
  private final byte[] out;
  private final int[] start = new int[TABLE];
  private final int[] length = new int[TABLE];
  private long bit;

  private Lzw(byte[] in, byte[] out) {
    this.in = in;
    this.out = out;
  }

  /** Fills {@code out}; returns how many bytes there were. */
  static int decode(byte[] in, byte[] out) {
    return new Lzw(in, out).decode();
  }

  // Each code stands for bytes that are in the output already: the last code's, and one more.
  private int decode() {
    int next = FIRST;
    int bits = MIN_BITS;
    int last = -1;
    int at = 0;
    while (at < out.length) {
      int code = code(bits);
      if (code == END) {
        return at;
      } else if (code == CLEAR) {
        next = FIRST;
        bits = MIN_BITS;
        last = -1;
        continue;
      }
      int begin = at;
      if (code < CLEAR) {
        out[at++] = (byte) code;
      } else {
        boolean known = code < next;
        if (code > next || (!known && last < 0)) {
          throw new CorruptImageException("its LZW data is damaged");
        }
        int from = known ? start[code] : last;
        int count = known ? length[code] : begin - last + 1;
        for (int i = 0; i < count && at < out.length; i++) {
          out[at++] = out[from + i];
        }
      }
      if (last >= 0 && next < TABLE) {
        start[next] = last;
        length[next] = begin - last + 1;
        next++;
      }
      last = begin;
      // TIFF's encoders widen codes one code early.
      bits = Math.clamp(32 - Integer.numberOfLeadingZeros(next + 1), MIN_BITS, MAX_BITS);
    }
    return at;
  }

  private int code(int bits) {
    if (bit + bits > 8L * in.length) {
      return END;
    }
    int code = 0;
    for (int left = bits; left > 0; ) {
      int free = 8 - (int) (bit & 7);
      int take = Math.min(free, left);
      int part = (in[(int) (bit >> 3)] & 0xff) >> (free - take) & ((1 << take) - 1);
      code = code << take | part;
      bit += take;
      left -= take;
    }
    return code;
  }
}
