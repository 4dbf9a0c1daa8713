package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;

/** Size and orientation of a PNG: the IHDR chunk and, where there is one, eXIf (PNG, 3rd ed.). */
final class PngHeader {
  /** What deflate compresses best shrinks by this factor (RFC 1951: 258 bytes in two bits). */
  private static final int MAX_DEFLATE = 1032;

  private PngHeader() {}

  static ImageHeader read(ByteView in) {
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

  private static int orientation(ByteView in) {
    for (Chunk chunk : Chunk.ofPng(in)) {
      if (chunk.type().equals("eXIf")) {
        return ExifOrientation.find(chunk.content());
      }
    }
    return ExifOrientation.NORMAL;
  }
}
