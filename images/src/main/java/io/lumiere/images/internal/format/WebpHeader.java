package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.Chunk;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;

/** Size and orientation of a WebP: RFC 9649, sections 2.5 to 2.7, and the EXIF chunk. */
final class WebpHeader {
  private static final int FIRST_CHUNK = 12;

  private static final int EXIF_FLAG = 0x08;

  private WebpHeader() {}

  static ImageHeader read(ByteView in) {
    long data = FIRST_CHUNK + 8L;
    return switch (in.latin(FIRST_CHUNK, 4)) {
      // Lossy: 3 bytes of frame tag, 3 of start code, then two 14-bit sizes.
      case "VP8 " -> header(in.u16(data + 6) & 0x3fff, in.u16(data + 8) & 0x3fff, 1);
      // Lossless: one signature byte, then 14 + 14 bits, each less one.
      case "VP8L" -> {
        long bits = in.u32(data + 1);
        yield header((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1, 1);
      }
      // Extended: flags, 3 reserved bytes, then two 24-bit sizes, each less one.
      case "VP8X" -> {
        boolean exif = (in.u8(data) & EXIF_FLAG) != 0;
        yield header(in.u24(data + 4) + 1, in.u24(data + 7) + 1, exif ? orientation(in) : 1);
      }
      default -> throw new CorruptImageException("the WebP begins with an unknown chunk");
    };
  }

  private static ImageHeader header(int width, int height, int orientation) {
    return new ImageHeader(ImageFormat.WEBP, width, height, orientation, 0);
  }

  private static int orientation(ByteView in) {
    for (Chunk chunk : Chunk.ofRiff(in)) {
      if (chunk.type().equals("EXIF")) {
        ByteView exif = chunk.content();
        // Some programs put JPEG's prefix here too.
        return ExifOrientation.find(exif.has(0, "Exif\0\0") ? exif.from(6) : exif);
      }
    }
    return ExifOrientation.NORMAL;
  }
}
