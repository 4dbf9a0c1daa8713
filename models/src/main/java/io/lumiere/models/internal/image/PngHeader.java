package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;

/** Size and orientation of a PNG: the IHDR chunk and, where there is one, eXIf (PNG, 3rd ed.). */
final class PngHeader {
  /** What deflate compresses best shrinks by this factor (RFC 1951: 258 bytes in two bits). */
  private static final int MAX_DEFLATE = 1032;

  private static final int SIGNATURE = 8;

  /** A chunk's length, type and check sum. */
  private static final int CHUNK_FRAME = 12;

  private PngHeader() {}

  static ImageHeader read(HeaderBytes in) {
    if (!in.has(12, "IHDR")) {
      throw new CorruptImageException("the PNG does not begin with its IHDR chunk");
    }
    int width = in.size32(16);
    int height = in.size32(20);
    long rowBytes = ((long) width * in.u8(24) * channels(in.u8(25)) + 7) / 8;
    long leastBytes = rowBytes * height / MAX_DEFLATE;
    return new ImageHeader(ImageFormat.PNG, width, height, orientation(in), leastBytes);
  }

  private static int channels(int colourType) {
    return switch (colourType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  // Goes through all chunks: OpenCV asks for the memory that a chunk says it needs, though the file
  // ends long before.
  private static int orientation(HeaderBytes in) {
    int orientation = ExifOrientation.NORMAL;
    long at = SIGNATURE;
    while (!in.has(at + 4, "IEND")) {
      long length = in.u32(at);
      if (at + CHUNK_FRAME + length > in.length()) {
        throw new CorruptImageException("the file ends within one of the PNG's chunks");
      }
      if (in.has(at + 4, "eXIf")) {
        orientation = ExifOrientation.find(in.slice(at + 8, length, false));
      }
      at += CHUNK_FRAME + length;
    }
    return orientation;
  }
}
