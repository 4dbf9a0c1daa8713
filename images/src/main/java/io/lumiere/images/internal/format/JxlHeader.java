package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.Box;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;

/** Size and orientation of a JPEG XL picture (ISO/IEC 18181-1, SizeHeader and ImageMetadata). */
final class JxlHeader {
  private static final int[] SIZE_BITS = {9, 13, 18, 30};

  /** Width to height, by the number that a header gives instead of a width. */
  private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

  private final ByteView in;
  private int bit;

  private JxlHeader(ByteView in) {
    this.in = in;
  }

  /** Whether a file is a bare code stream or a container of one (ISO/IEC 18181-2). */
  static boolean isJxl(ByteView in) {
    return isCodeStream(in) || in.has(4, "JXL \r\n\u0087\n");
  }

  static ImageHeader read(ByteView in) {
    ByteView codeStream = isCodeStream(in) ? in : inContainer(in);
    return new JxlHeader(codeStream.from(2)).read();
  }

  private static boolean isCodeStream(ByteView in) {
    return in.has(0, "\u00ff\n");
  }

  private static ByteView inContainer(ByteView in) {
    for (Box box : Box.all(in, 0)) {
      ByteView content = box.content();
      // The code stream as a whole, or the first part of it after its number.
      long start = box.type().equals("jxlc") ? 0 : box.type().equals("jxlp") ? 4 : -1;
      if (start >= 0) {
        ByteView codeStream = content.from(start);
        if (isCodeStream(codeStream)) {
          return codeStream;
        }
        break;
      }
    }
    throw new CorruptImageException("the JPEG XL file holds no code stream");
  }

  private ImageHeader read() {
    boolean small = bits(1) == 1;
    long height = size(small);
    int ratio = bits(3);
    long width = ratio == 0 ? size(small) : height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1];
    boolean allDefault = bits(1) == 1;
    boolean extraFields = !allDefault && bits(1) == 1;
    int orientation = extraFields ? 1 + bits(3) : ExifOrientation.NORMAL;
    return new ImageHeader(ImageFormat.JXL, clamp(width), clamp(height), orientation, 0);
  }

  private long size(boolean small) {
    return small ? 8L * (1 + bits(5)) : 1L + bits(SIZE_BITS[bits(2)]);
  }

  /** The next bits, the lowest of a byte first. */
  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, bit++) {
      value |= (in.u8(bit >> 3) >> (bit & 7) & 1) << i;
    }
    return value;
  }

  private static int clamp(long size) {
    return (int) Math.min(Integer.MAX_VALUE, size);
  }
}
