package io.lumiere.images.internal.tiff;

import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;
import io.lumiere.images.internal.header.ExifOrientation;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Arrays;

/**
 * One image of a TIFF file, not yet decoded; the numbers are those of the specification.
 *
 * @param file that it is in
 * @param directory its directory
 * @param at where that is in the file
 * @param bits of each sample; -1 where samples differ
 * @param samples of a pixel
 * @param alpha {@link #NO_ALPHA}, or what the sample after the colours is
 */
public record TiffImage(
    TiffFile file,
    TiffDirectory directory,
    long at,
    int width,
    int height,
    int bits,
    int samples,
    int format,
    int photometric,
    int compression,
    int alpha) {
  static final int WHITE_IS_ZERO = 0;
  static final int BLACK_IS_ZERO = 1;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int CMYK = 5;
  static final int YCBCR = 6;

  static final int UNSIGNED = 1;
  static final int SIGNED = 2;
  static final int FLOAT = 3;

  static final int NO_ALPHA = 0;
  static final int ASSOCIATED = 1;
  static final int UNASSOCIATED = 2;

  static TiffImage of(TiffFile file, TiffDirectory directory, long at) {
    int photometric = directory.integer(TiffTag.PHOTOMETRIC, BLACK_IS_ZERO);
    int samples = directory.integer(TiffTag.SAMPLES, 1);
    return new TiffImage(
        file,
        directory,
        at,
        directory.integer(TiffTag.WIDTH, 0),
        directory.integer(TiffTag.HEIGHT, 0),
        same(directory.numbers(TiffTag.BITS), 1),
        samples,
        same(directory.numbers(TiffTag.SAMPLE_FORMAT), UNSIGNED),
        photometric,
        directory.integer(TiffTag.COMPRESSION, 1),
        alpha(directory, samples - colours(photometric)));
  }

  private static int same(long[] numbers, int otherwise) {
    if (numbers.length == 0) {
      return otherwise;
    }
    boolean same = Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
    return same ? (int) Math.min(Integer.MAX_VALUE, numbers[0]) : -1;
  }

  private static int alpha(TiffDirectory directory, int extra) {
    long[] kinds = directory.numbers(TiffTag.EXTRA_SAMPLES);
    boolean known = extra > 0 && kinds.length > 0 && kinds[0] <= UNASSOCIATED;
    return known ? (int) kinds[0] : NO_ALPHA;
  }

  /** How many samples of a pixel are colours, in the usual case. */
  private static int colours(int photometric) {
    return switch (photometric) {
      case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE -> 1;
      case CMYK -> 4;
      default -> 3;
    };
  }

  int colours() {
    return colours(photometric);
  }

  /** Whether samples of a colour stand together, rather than those of a pixel. */
  boolean planar() {
    return directory.integer(TiffTag.PLANAR, 1) == 2 && samples > 1;
  }

  int predictor() {
    return directory.integer(TiffTag.PREDICTOR, 1);
  }

  /** What is said of it before it is decoded. */
  public ImageHeader header() {
    int orientation = ExifOrientation.of(directory);
    return new ImageHeader(ImageFormat.TIFF, width, height, orientation, 0);
  }
}
