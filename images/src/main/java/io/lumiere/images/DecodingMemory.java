package io.lumiere.images;

import io.lumiere.images.internal.format.JpegScans;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.opencv.Codecs;

/** Estimates the memory outside Java's heap that decoding a picture takes at most. */
final class DecodingMemory {
  private static final int RGB = 3;

  /** Coefficients of 16 bits of up to four components, which libjpeg keeps of all of a picture. */
  private static final int COEFFICIENTS = 8;

  private DecodingMemory() {}

  /**
   * In bytes.
   *
   * @param factor by which both sides may be divided
   */
  static long of(ImageHeader header, byte[] file, int factor) {
    return file.length + pixels(header, file, factor);
  }

  private static long pixels(ImageHeader header, byte[] file, int factor) {
    return switch (header.format()) {
      case JPEG -> jpeg(header, file, factor);
      // OpenCV's picture has up to 16 bits a sample, and what shows an animation another one.
      case PNG, GIF, WEBP, BMP, PNM -> 12 * header.pixels();
      // Coefficients and samples, as floats.
      case JP2, EXR -> 32 * header.pixels();
      // A lossless one takes up to 40, and the painted one.
      case JXL -> 44 * header.pixels();
      // The coded picture, some that others build on, and the painted one.
      case HEIC, AVIF -> 24 * header.pixels();
      // Up to four floats.
      default -> 16 * header.pixels();
    };
  }

  /** By rows, unless scans of parts of the picture have to be put together. */
  private static long jpeg(ImageHeader header, byte[] file, int factor) {
    long reduction = Codecs.jpegReduction(factor);
    long picture = RGB * header.pixels() / (reduction * reduction);
    return JpegScans.isInOne(file) ? picture : picture + COEFFICIENTS * header.pixels();
  }
}
