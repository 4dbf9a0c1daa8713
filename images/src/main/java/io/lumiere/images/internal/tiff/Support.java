package io.lumiere.images.internal.tiff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of TIFF are decoded by what. OpenCV was tried with each kind. */
final class Support {
  /** JPEG within TIFF as it was before 1995; libtiff decodes most. */
  static final int OLD_JPEG = 6;

  private static final int JPEG = 7;
  private static final int LAB = 8;
  private static final int WEBP = 50001;

  /** None, CCITT's three, LZW, JPEG's two, deflate's two, PackBits. */
  private static final Set<Integer> OF_OPENCV =
      Set.of(1, 2, 3, 4, 5, OLD_JPEG, JPEG, 8, 32773, 32946);

  /** Strips or tiles that are files: JPEG 2000, PNG, WebP, JPEG XL. */
  private static final Set<Integer> PICTURES =
      Set.of(33003, 33005, 34712, 34933, WEBP, 50002, 52546);

  private static final int MOST_SAMPLES = 64;

  private Support() {}

  /** Whether OpenCV gives the right colours. */
  static boolean isOfOpenCv(TiffImage image) {
    int compression = image.compression();
    boolean fax = compression >= 2 && compression <= 4;
    boolean jpeg = compression == JPEG || compression == OLD_JPEG;
    if (!OF_OPENCV.contains(compression)
        || (fax && image.bits() != 1)
        || (jpeg && image.bits() != 8)) {
      return false;
    }
    int samples = image.samples();
    boolean grey = image.photometric() <= TiffImage.BLACK_IS_ZERO;
    boolean rgb = image.photometric() == TiffImage.RGB;
    if (image.format() == TiffImage.FLOAT) {
      boolean dark = image.photometric() == TiffImage.BLACK_IS_ZERO;
      return image.bits() >= 32
          && !image.planar()
          && ((dark && samples == 1) || (rgb && samples == 3));
    } else if (image.format() == TiffImage.SIGNED) {
      return false;
    }
    return switch (image.bits()) {
      case 1 -> grey && samples == 1;
      case 8 -> isOfOpenCvInBytes(image);
      case 10, 12, 14, 16 -> !image.planar() && ((grey && samples == 1) || (rgb && samples == 3));
      default -> false;
    };
  }

  private static boolean isOfOpenCvInBytes(TiffImage image) {
    int samples = image.samples();
    boolean alpha = image.alpha() != TiffImage.NO_ALPHA && !image.planar();
    return switch (image.photometric()) {
      case TiffImage.WHITE_IS_ZERO, TiffImage.BLACK_IS_ZERO -> samples == 1;
      case TiffImage.RGB -> samples == 3 || (samples == 4 && alpha);
      case TiffImage.PALETTE -> samples == 1;
      case TiffImage.CMYK -> samples == 4 && !image.planar();
      case TiffImage.YCBCR, LAB -> samples == 3 && !image.planar();
      default -> false;
    };
  }

  /** Whether each strip or tile is a picture file. */
  static boolean isPicture(TiffImage image) {
    return PICTURES.contains(image.compression());
  }

  /** What {@link TiffSamples} does not read of an image; null where it reads all. */
  static @Nullable String missing(TiffImage image) {
    if (isPicture(image)) {
      boolean fits = image.bits() == 8 && !image.planar() && image.samples() <= 4;
      fits &= image.samples() >= image.colours();
      return fits && image.format() == TiffImage.UNSIGNED ? null : samples(image);
    } else if (!Unpacker.KNOWN.contains(image.compression())) {
      return Names.compression(image.compression());
    } else if (image.photometric() > TiffImage.PALETTE && image.photometric() != TiffImage.CMYK) {
      return Names.colours(image.photometric());
    } else if (!Predictor.isKnown(image.predictor(), image.bits(), image.format())) {
      return "predictor " + image.predictor() + " with " + samples(image);
    }
    return isRead(image) ? null : samples(image);
  }

  private static boolean isRead(TiffImage image) {
    int bits = image.bits();
    boolean colour =
        image.photometric() == TiffImage.CMYK || image.photometric() == TiffImage.PALETTE;
    boolean width =
        switch (image.format()) {
          case TiffImage.UNSIGNED ->
              (bits >= 1 && bits <= 16) || (!colour && bits == 32) || (!colour && bits == 64);
          case TiffImage.SIGNED -> !colour && (bits == 8 || bits == 16 || bits == 32 || bits == 64);
          case TiffImage.FLOAT -> !colour && (bits == 16 || bits == 32 || bits == 64);
          default -> false;
        };
    return width && image.samples() >= image.colours() && image.samples() <= MOST_SAMPLES;
  }

  private static String samples(TiffImage image) {
    return Names.samples(image);
  }
}
