package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;

/** Size and orientation of a PNG: the IHDR chunk and, where there is one, eXIf (PNG, 3rd ed.). */
final class PngHeader {
  private PngHeader() {}

  static ImageHeader read(HeaderBytes in) {
    if (!in.has(12, "IHDR")) {
      throw new CorruptImageException("the PNG does not begin with its IHDR chunk");
    }
    return new ImageHeader(ImageFormat.PNG, in.size32(16), in.size32(20), orientation(in));
  }

  private static int orientation(HeaderBytes in) {
    long at = 8;
    while (at + 12 <= in.length()) {
      long length = in.u32(at);
      if (in.has(at + 4, "eXIf")) {
        return ExifOrientation.find(in.slice(at + 8, length, false));
      }
      at += 12 + length;
    }
    return ExifOrientation.NORMAL;
  }
}
