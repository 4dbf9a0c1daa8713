package io.lumiere.images;

import io.lumiere.images.internal.format.JpegScans;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Locale;

/** Refuses by its header what would take too much memory or time to decode. */
final class SizeLimits {
  /** An empty fax page (a line of pixels in one bit) comes near this; nothing that is a photo. */
  private static final long MAX_PIXELS_PER_BYTE = 80_000;

  private SizeLimits() {}

  /**
   * Does nothing where its pixels, and scans, can be decoded.
   *
   * @throws CorruptImageException if there are none, or more than the file can hold
   * @throws UnsupportedImageException if there are too many
   */
  static void check(ImageHeader header, byte[] file) {
    checkPixels(header);
    checkBytes(header, file.length);
    if (header.format() == ImageFormat.JPEG) {
      JpegScans.check(file, header);
    }
  }

  private static void checkPixels(ImageHeader header) {
    int width = header.width();
    int height = header.height();
    if (width < 1 || height < 1) {
      throw new CorruptImageException("its header gives " + width + " x " + height + " pixels");
    }
    long most =
        header.format() == ImageFormat.JPEG
            ? ImageDecoder.MAX_JPEG_PIXELS
            : ImageDecoder.MAX_PIXELS;
    if (header.pixels() > most || Math.max(width, height) > ImageDecoder.MAX_SIDE) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: it has %d x %d pixels; at most %d million, and %d on a side, are"
                  + " read",
              width,
              height,
              most / 1_000_000,
              ImageDecoder.MAX_SIDE));
    }
  }

  /** Memory for pixels is not even asked for where the file cannot hold them. */
  private static void checkBytes(ImageHeader header, int bytes) {
    int width = header.width();
    int height = header.height();
    if (bytes < header.leastBytes()) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "its header gives %d x %d pixels, more than its %d bytes can hold",
              width,
              height,
              bytes));
    }
    if (bytes < header.pixels() / MAX_PIXELS_PER_BYTE) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: it has %d x %d pixels in %d bytes: no photo is that empty",
              width,
              height,
              bytes));
    }
  }
}
