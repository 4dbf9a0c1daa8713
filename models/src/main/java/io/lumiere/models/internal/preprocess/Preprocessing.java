package io.lumiere.models.internal.preprocess;

import io.lumiere.base.RgbImage;
import io.lumiere.models.internal.preprocess.Resampler.Window;

/**
 * What an image network wants done to a picture: resize, crop, normalise, in the order and with the
 * rounding of torchvision's transforms on Pillow images. Immutable; thread-safe.
 *
 * @param size side of the square that the network takes, in pixels
 * @param fit how a picture of any shape becomes that square
 * @param filter for resizing
 * @param cropFraction for {@link Fit#CENTRE_CROP}: side of the crop over the shorter side of the
 *     resized picture, above 0 and at most 1; the shorter side is {@code floor(size /
 *     cropFraction)}
 * @param mean subtracted from each channel
 * @param std each channel is divided by it afterwards; not 0
 */
public record Preprocessing(
    int size, Fit fit, Filter filter, double cropFraction, ChannelValues mean, ChannelValues std) {
  private static final int LEVELS = 256;

  public Preprocessing {
    if (size < 1 || size > 4096) {
      throw new IllegalArgumentException("image size " + size + " is not 1 to 4096");
    }
    if (!(cropFraction > 0 && cropFraction <= 1)) {
      throw new IllegalArgumentException(
          "crop fraction " + cropFraction + " is not above 0 and at most 1");
    }
    if (std.red() == 0 || std.green() == 0 || std.blue() == 0) {
      throw new IllegalArgumentException("a standard deviation is 0: " + std);
    }
  }

  /**
   * The shorter side, in pixels, that a decoded picture should still have; with fewer it is
   * enlarged.
   */
  public int minShortSide() {
    return fit == Fit.SQUASH ? size : resizedShortSide();
  }

  /** The network's input: planes of red, green and blue, {@code [3, size, size]}, row-major. */
  public float[] apply(RgbImage image) {
    return normalise(toSquare(image));
  }

  /** The picture as the network sees it, before it is normalised: {@code size} pixels square. */
  public RgbImage toSquare(RgbImage image) {
    if (fit == Fit.SQUASH) {
      return Resampler.resize(image, size, size, filter);
    }
    int side = resizedShortSide();
    boolean wide = image.width() > image.height();
    int width = wide ? longSide(side, image.width(), image.height()) : side;
    int height = wide ? side : longSide(side, image.height(), image.width());
    Window centre = new Window(margin(width), margin(height), size, size);
    return Resampler.resize(image, width, height, centre, filter);
  }

  private int resizedShortSide() {
    return (int) Math.floor(size / cropFraction);
  }

  private static int longSide(int side, int longSide, int shortSide) {
    return Math.toIntExact((long) side * longSide / shortSide);
  }

  /** Half of what is cut off, with Python's rounding of halves to the even number. */
  private int margin(int resized) {
    return (int) Math.rint((resized - size) / 2.0);
  }

  private float[] normalise(RgbImage square) {
    int plane = size * size;
    float[] out = new float[3 * plane];
    byte[] rgb = square.rgb();
    for (int channel = 0; channel < 3; channel++) {
      float[] levels = levels(channel);
      int from = channel;
      int to = channel * plane;
      for (int i = 0; i < plane; i++, from += 3) {
        out[to + i] = levels[rgb[from] & 0xff];
      }
    }
    return out;
  }

  /** Each of the 256 values normalised, by single-precision steps as torchvision has them. */
  private float[] levels(int channel) {
    float[] levels = new float[LEVELS];
    for (int value = 0; value < LEVELS; value++) {
      levels[value] = (value / 255f - mean.of(channel)) / std.of(channel);
    }
    return levels;
  }
}
