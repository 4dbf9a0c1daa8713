package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffTag;
import java.util.Locale;

/**
 * Where the parts of an image are: strips, or tiles, of all samples or of one.
 *
 * @param width of a part in pixels
 * @param height of a part in pixels; the last strip may have fewer rows
 * @param across how many parts make a row of them
 * @param down how many rows of parts there are
 * @param planes how many sets of parts there are: one, or one for each sample of a pixel
 * @param samples of a pixel in one part
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a file can have a million parts.
record Layout(
    int width,
    int height,
    int across,
    int down,
    int planes,
    int samples,
    long[] at,
    long[] length) {
  /** All that is unpacked at a time. */
  private static final long MOST_BYTES = 1L << 30;

  /** Tiles may reach beyond a picture: but not far beyond. */
  private static final long MOST_BEYOND = 64 << 20;

  private static final int MOST_TIMES = 4;

  static Layout of(TiffImage image) {
    Layout layout = unchecked(image);
    layout.checkParts();
    layout.checkExtent(image);
    layout.checkBytes(image);
    return layout;
  }

  /** What the file says, whether or not it has all parts. */
  static Layout unchecked(TiffImage image) {
    TiffDirectory directory = image.directory();
    boolean tiled = directory.has(TiffTag.TILE_OFFSETS);
    int height =
        tiled
            ? directory.integer(TiffTag.TILE_HEIGHT, 0)
            : (int)
                Math.min(image.height(), directory.number(TiffTag.ROWS_PER_STRIP, image.height()));
    int width = tiled ? directory.integer(TiffTag.TILE_WIDTH, 0) : image.width();
    if (width < 1 || height < 1) {
      throw new CorruptImageException("the parts of the TIFF's picture have no size");
    }
    return new Layout(
        width,
        height,
        Math.ceilDiv(image.width(), width),
        Math.ceilDiv(image.height(), height),
        image.planar() ? image.samples() : 1,
        image.planar() ? 1 : image.samples(),
        directory.numbers(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS),
        directory.numbers(tiled ? TiffTag.TILE_LENGTHS : TiffTag.STRIP_LENGTHS));
  }

  private void checkParts() {
    long parts = (long) across * down * planes;
    if (at.length < parts || length.length < parts) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "the TIFF has %d parts of its picture; %d are needed",
              at.length,
              parts));
    }
  }

  /**
   * Refuses parts that reach far beyond the picture; those of more than a gibibyte have a limit of
   * their own, here and in OpenCV.
   *
   * @throws CorruptImageException if they do
   */
  void checkExtent(TiffImage image) {
    double bytes = rowOfPartsBytes(image.bits());
    double picture = (double) image.width() * image.height() * image.samples() * image.bits() / 8;
    if (bytes <= MOST_BYTES && bytes > MOST_BEYOND + MOST_TIMES * picture) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "it has %d x %d pixels in parts of %d x %d",
              image.width(),
              image.height(),
              width,
              height));
    }
  }

  private void checkBytes(TiffImage image) {
    double bytes = rowOfPartsBytes(image.bits());
    if (bytes > MOST_BYTES) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: a TIFF whose parts of %d x %d pixels take %.0f MiB; at most %d",
              width,
              height,
              bytes / (1 << 20),
              MOST_BYTES >> 20));
    }
  }

  // Rows begin at whole bytes. A tile may say that it has thousands of millions of them.
  private double rowOfPartsBytes(int bits) {
    return Math.ceil((double) width * samples * bits / 8) * height * across * planes;
  }

  /** Bytes of what is unpacked at a time. */
  long rowOfParts(int bits) {
    return Math.max(0, (long) rowOfPartsBytes(bits));
  }

  /** Of one part. */
  long partPixels() {
    return (long) width * height;
  }

  /** Bytes of one row of a part. */
  int rowBytes(int bits) {
    return (int) (((long) width * samples * bits + 7) / 8);
  }

  int index(int plane, int row, int column) {
    return (plane * down + row) * across + column;
  }
}
