package io.lumiere.models.internal.image;

import io.lumiere.models.CorruptImageException;

/** The frame's size and the EXIF orientation of a JPEG (ITU-T T.81, annex B: markers). */
final class JpegHeader {
  private static final int EXIF_PREFIX = 6;

  private JpegHeader() {}

  static ImageHeader read(HeaderBytes in) {
    int orientation = ExifOrientation.NORMAL;
    boolean exifSeen = false;
    long at = 2;
    while (true) {
      at = nextMarker(in, at);
      int marker = in.u8(at);
      at++;
      if (standsAlone(marker)) {
        continue;
      }
      if (marker == 0xda || marker == 0xd9) {
        throw new CorruptImageException("the JPEG has no frame header");
      }
      int length = in.u16(at);
      if (isFrame(marker)) {
        return frame(in, at, orientation);
      }
      if (marker == 0xe1 && !exifSeen && in.has(at + 2, "Exif\0")) {
        exifSeen = true;
        orientation =
            ExifOrientation.find(in.slice(at + 2 + EXIF_PREFIX, length - 2L - EXIF_PREFIX, false));
      }
      at += Math.max(2, length);
    }
  }

  private static ImageHeader frame(HeaderBytes in, long at, int orientation) {
    int height = in.u16(at + 3);
    int width = in.u16(at + 5);
    return new ImageHeader(ImageFormat.JPEG, width, height, orientation);
  }

  // Garbage between segments is skipped, as the decoder does.
  private static long nextMarker(HeaderBytes in, long from) {
    long at = from;
    while (in.u8(at) != 0xff) {
      at++;
    }
    while (in.u8(at) == 0xff) {
      at++;
    }
    return at;
  }

  private static boolean standsAlone(int marker) {
    return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
  }

  /** SOF0 to SOF15, which are interleaved with DHT, JPG and DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
