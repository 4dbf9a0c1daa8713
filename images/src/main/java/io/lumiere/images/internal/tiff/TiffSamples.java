package io.lumiere.images.internal.tiff;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.container.TiffTag;
import io.lumiere.images.internal.pixels.Samples;

/**
 * An image in its own bits: integers of up to 16 as 16, all others as floats. Palettes and CMYK
 * become RGB. Used by one thread.
 */
final class TiffSamples implements Samples {
  private static final int MOST = 0xffff;
  private static final int WIDEST_INTEGER = 16;

  private final TiffImage image;
  private final Parts parts;
  private final boolean alpha;
  private final int channels;
  private final long[][] values;
  private final long[] palette;

  TiffSamples(TiffImage image, PartDecoder pictures) {
    this.image = image;
    this.parts = new Parts(image, pictures);
    this.alpha = image.alpha() != TiffImage.NO_ALPHA;
    this.channels = (isGrey() ? 1 : 3) + (alpha ? 1 : 0);
    this.values = new long[image.colours() + (alpha ? 1 : 0)][image.width()];
    this.palette = image.directory().numbers(TiffTag.COLOUR_MAP);
    if (image.photometric() == TiffImage.PALETTE && palette.length < 3 << image.bits()) {
      throw new CorruptImageException("the TIFF's palette is too short");
    }
  }

  private boolean isGrey() {
    return image.photometric() == TiffImage.WHITE_IS_ZERO
        || image.photometric() == TiffImage.BLACK_IS_ZERO;
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Depth depth() {
    boolean integers = image.format() == TiffImage.UNSIGNED && image.bits() <= WIDEST_INTEGER;
    return integers ? Depth.U16 : Depth.F32;
  }

  @Override
  public boolean premultiplied() {
    return image.alpha() == TiffImage.ASSOCIATED;
  }

  @Override
  public boolean inverted() {
    return image.photometric() == TiffImage.WHITE_IS_ZERO;
  }

  @Override
  public void shorts(int y, short[] row) {
    read(y);
    switch (image.photometric()) {
      case TiffImage.PALETTE -> fromPalette(row);
      case TiffImage.CMYK -> fromCmyk(row);
      default -> {
        for (int c = 0; c < channels; c++) {
          for (int x = 0; x < image.width(); x++) {
            row[x * channels + place(c)] = (short) wide(values[c][x]);
          }
        }
        return;
      }
    }
    if (alpha) {
      for (int x = 0; x < image.width(); x++) {
        row[x * channels + 3] = (short) wide(values[image.colours()][x]);
      }
    }
  }

  @Override
  public void floats(int y, float[] row) {
    read(y);
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < image.width(); x++) {
        row[x * channels + place(c)] = number(values[c][x]);
      }
    }
  }

  private void read(int y) {
    for (int sample = 0; sample < values.length; sample++) {
      parts.read(y, sample, values[sample]);
    }
  }

  /** Blue comes first. */
  private int place(int channel) {
    return channels >= 3 && channel < 3 ? 2 - channel : channel;
  }

  private int wide(long value) {
    return (int) (value * MOST / ((1 << image.bits()) - 1));
  }

  private void fromPalette(short[] row) {
    int size = 1 << image.bits();
    for (int x = 0; x < image.width(); x++) {
      for (int c = 0; c < 3; c++) {
        row[x * channels + 2 - c] = (short) palette[c * size + (int) values[0][x]];
      }
    }
  }

  private void fromCmyk(short[] row) {
    for (int x = 0; x < image.width(); x++) {
      long light = (long) MOST - wide(values[3][x]);
      for (int c = 0; c < 3; c++) {
        row[x * channels + 2 - c] = (short) ((MOST - wide(values[c][x])) * light / MOST);
      }
    }
  }

  private float number(long bits) {
    int width = image.bits();
    return switch (image.format()) {
      case TiffImage.FLOAT ->
          switch (width) {
            case 16 -> Float.float16ToFloat((short) bits);
            case 32 -> Float.intBitsToFloat((int) bits);
            default -> (float) Double.longBitsToDouble(bits);
          };
      case TiffImage.SIGNED -> bits << (64 - width) >> (64 - width);
      default -> bits >= 0 ? bits : 2f * (bits >>> 1);
    };
  }

  @Override
  public void close() {
    // All memory is Java's.
  }
}
