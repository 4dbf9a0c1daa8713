package io.lumiere.images.internal.tiff;

import java.util.Locale;

/** What kinds of TIFF are called in messages. */
final class Names {
  private Names() {}

  static String compression(int compression) {
    return switch (compression) {
      case 2, 3, 4 -> "fax compression of more than one bit";
      case 6 -> "JPEG compression of the old style";
      case 7 -> "JPEG compression of such samples";
      case 9, 10 -> "JBIG compression of faxes";
      case 34661 -> "JBIG compression";
      case 34676, 34677 -> "LogLuv compression";
      case 34887 -> "LERC compression";
      case 34892 -> "lossy JPEG compression of raw files";
      case 22610, 34934 -> "JPEG XR compression";
      case 34713 -> "Nikon's raw compression";
      default -> "compression " + compression;
    };
  }

  static String colours(int photometric) {
    return switch (photometric) {
      case 4 -> "a mask alone";
      case 6 -> "YCbCr colours stored so";
      case 8, 9, 10 -> "CIELab colours stored so";
      case 32803, 34892 -> "raw samples of a sensor";
      case 32844, 32845 -> "LogLuv colours";
      default -> "colours of kind " + photometric;
    };
  }

  static String samples(TiffImage image) {
    String kind =
        switch (image.format()) {
          case TiffImage.UNSIGNED -> "";
          case TiffImage.SIGNED -> "signed ";
          case TiffImage.FLOAT -> "floating-point ";
          default -> "complex or unknown ";
        };
    return image.bits() < 0
        ? "samples of different sizes"
        : String.format(
            Locale.ROOT, "%d %ssamples of %d bits a pixel", image.samples(), kind, image.bits());
  }
}
