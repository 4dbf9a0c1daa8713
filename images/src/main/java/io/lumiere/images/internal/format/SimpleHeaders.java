package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;

/** Formats whose header is a few numbers at fixed places and that record no orientation. */
final class SimpleHeaders {
  private static final int BMP_CORE_HEADER = 12;

  private SimpleHeaders() {}

  /** GIF89a, section 18: the logical screen. */
  static ImageHeader gif(ByteView in) {
    return header(ImageFormat.GIF, in.u16(6), in.u16(8), 0);
  }

  /** BITMAPCOREHEADER has 16-bit sizes; the later headers 32-bit ones, height below 0 top-down. */
  static ImageHeader bmp(ByteView in) {
    if (in.u32(14) == BMP_CORE_HEADER) {
      return bmp(in.u16(18), in.u16(20), in.u16(24));
    }
    if (in.u32(30) == 4 || in.u32(30) == 5) {
      throw new UnsupportedImageException(
          "not supported: a BMP that is a " + (in.u32(30) == 4 ? "JPEG" : "PNG") + " inside");
    }
    int height = in.s32(22);
    boolean compressed = in.u32(30) == 1 || in.u32(30) == 2;
    return bmp(
        in.size32(18),
        height == Integer.MIN_VALUE ? 0 : Math.abs(height),
        compressed ? 0 : in.u16(28));
  }

  private static ImageHeader bmp(int width, int height, int bits) {
    return header(ImageFormat.BMP, width, height, (long) width * bits / 8 * height);
  }

  /** Netpbm: P1 to P6, then width and height as decimal words, with comments from # to line end. */
  static ImageHeader pnm(ByteView in) {
    long[] at = {2};
    int width = decimal(in, at);
    int height = decimal(in, at);
    // Per pixel at least: a bit in P4, three bytes in P6, else a byte or a digit.
    long row = in.u8(1) == '4' ? width / 8 : in.u8(1) == '6' ? 3L * width : width;
    return header(ImageFormat.PNM, width, height, row * height);
  }

  private static int decimal(ByteView in, long[] at) {
    int c = in.u8(at[0]++);
    while (c == '#' || Character.isWhitespace(c)) {
      while (c == '#' && in.u8(at[0]++) != '\n') {}
      c = in.u8(at[0]++);
    }
    long value = 0;
    while (c >= '0' && c <= '9') {
      value = Math.min(Integer.MAX_VALUE, 10 * value + c - '0');
      c = in.u8(at[0]++);
    }
    return (int) value;
  }

  /**
   * JPEG 2000: the SIZ marker of the code stream, which a JP2 file holds in a box (T.800, A.5.1).
   */
  static ImageHeader jp2(ByteView in) {
    long limit = in.length() - 40L;
    for (long at = 0; at < limit; at++) {
      if (in.u8(at) == 0xff && in.u16(at) == 0xff4f && in.u16(at + 2) == 0xff51) {
        long width = in.u32(at + 8) - in.u32(at + 16);
        long height = in.u32(at + 12) - in.u32(at + 20);
        return header(ImageFormat.JP2, clamp(width), clamp(height), 0);
      }
    }
    throw new CorruptImageException("the JPEG 2000 file holds no code stream");
  }

  private static int clamp(long size) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, size));
  }

  private static ImageHeader header(ImageFormat format, int width, int height, long leastBytes) {
    return new ImageHeader(format, width, height, ExifOrientation.NORMAL, leastBytes);
  }
}
