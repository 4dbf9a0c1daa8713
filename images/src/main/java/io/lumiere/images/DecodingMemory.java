package io.lumiere.images;

import io.lumiere.images.internal.format.JpegScans;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.heif.HeifFile;
import io.lumiere.images.internal.heif.HeifImage;
import io.lumiere.images.internal.heif.Sequence;
import io.lumiere.images.internal.heif.Tiles;
import io.lumiere.images.internal.opencv.Codecs;
import io.lumiere.images.internal.tiff.TiffDecoder;

/** Estimates the memory outside Java's heap that decoding a picture takes at most. */
final class DecodingMemory {
  private static final int RGB = 3;

  /** Coefficients of 16 bits of up to four components, which libjpeg keeps of all of a picture. */
  private static final int COEFFICIENTS = 8;

  /** A single coded picture of HEIF: itself, some that others build on, and the painted one. */
  private static final int HEIF_PICTURE = 24;

  /** What the tiles of HEIF are painted to: with the ends of rows, and with transparency. */
  private static final int HEIF_PAINTED = 4;

  private static final int HEIF_PAINTED_ALPHA = 5;

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
      case HEIC, AVIF -> heif(header, file);
      // Up to four floats.
      case TIFF -> 16 * header.pixels() + TiffDecoder.partsMemory(file);
      default -> 16 * header.pixels();
    };
  }

  /** By rows, unless scans of parts of the picture have to be put together. */
  private static long jpeg(ImageHeader header, byte[] file, int factor) {
    long reduction = Codecs.jpegReduction(factor);
    long picture = RGB * header.pixels() / (reduction * reduction);
    return JpegScans.isInOne(file) ? picture : picture + COEFFICIENTS * header.pixels();
  }

  /** Tiles are decoded one after the other, the pictures of a sequence as a whole. */
  private static long heif(ImageHeader header, byte[] file) {
    if (Sequence.isIn(file)) {
      return HEIF_PICTURE * header.pixels();
    }
    HeifImage image = HeifFile.read(file);
    // More may be coded than is shown.
    long whole = HEIF_PICTURE * image.tiles().codedPixels();
    Tiles alpha = image.alpha();
    long painted =
        (alpha == null ? HEIF_PAINTED : HEIF_PAINTED_ALPHA) * image.tiles().codedPixels();
    long tile = Math.max(image.tiles().tilePixels(), alpha == null ? 0 : alpha.tilePixels());
    return Math.min(whole, painted + HEIF_PICTURE * tile);
  }
}
