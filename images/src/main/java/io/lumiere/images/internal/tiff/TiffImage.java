package io.lumiere.images.internal.tiff;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Arrays;

/**
 * One image of a TIFF file, not yet decoded; the numbers are those of the specification.
 *
 * @param in the file, in its byte order
 * @param directory its directory
 * @param at where that is in the file
 * @param first whether it is the file's first directory
 * @param bits of each sample; -1 where samples differ
 * @param samples of a pixel
 * @param alpha {@link #NO_ALPHA}, or what the sample after the colours is
 */
public record TiffImage(
    ByteView in,
    TiffDirectory directory,
    long at,
    boolean first,
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

  static TiffImage of(ByteView in, TiffDirectory directory, long at, boolean first) {
    int photometric = directory.integer(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
    int samples = directory.integer(TiffDirectory.SAMPLES, 1);
    return new TiffImage(
        in,
        directory,
        at,
        first,
        directory.integer(TiffDirectory.WIDTH, 0),
        directory.integer(TiffDirectory.HEIGHT, 0),
        same(directory.numbers(TiffDirectory.BITS), 1),
        samples,
        same(directory.numbers(TiffDirectory.SAMPLE_FORMAT), UNSIGNED),
        photometric,
        directory.integer(TiffDirectory.COMPRESSION, 1),
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
    long[] kinds = directory.numbers(TiffDirectory.EXTRA_SAMPLES);
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
    return directory.integer(TiffDirectory.PLANAR, 1) == 2 && samples > 1;
  }

  int predictor() {
    return directory.integer(TiffDirectory.PREDICTOR, 1);
  }

  /** What is said of it before it is decoded. */
  public ImageHeader header() {
    int turn = directory.integer(TiffDirectory.ORIENTATION, 1);
    return new ImageHeader(ImageFormat.TIFF, width, height, turn >= 1 && turn <= 8 ? turn : 1, 0);
  }
}
