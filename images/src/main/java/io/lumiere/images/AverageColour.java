package io.lumiere.images;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.colour.ToSrgb;
import io.lumiere.images.internal.pixels.SrgbCurve;

/**
 * The colour of a picture that is seen from far away: the mean of its light, not of its numbers,
 * which would be too dark. Thread-safe.
 */
public final class AverageColour {
  /** So many steps of light that each of the 256 values of sRGB has a light of its own. */
  private static final int LIGHT_STEPS = 1 << 16;

  private static final int[] LIGHT = light();

  private final ToSrgb toSrgb = new ToSrgb();

  /**
   * The average, 0xRRGGBB in sRGB. Of a picture in other colours the average alone is brought to
   * sRGB: their curves are so much alike that this is the same.
   *
   * @param image that a decoder made of the file
   * @param name the file's name
   */
  public int of(RgbImage image, byte[] file, String name) {
    int mean = mean(image);
    byte[] pixel = {(byte) (mean >> 16), (byte) (mean >> 8), (byte) mean};
    return mean(toSrgb.convert(new RgbImage(1, 1, pixel), file, name));
  }

  /** The average of a picture in sRGB. */
  static int mean(RgbImage image) {
    long red = 0;
    long green = 0;
    long blue = 0;
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      red += LIGHT[rgb[i] & 0xff];
      green += LIGHT[rgb[i + 1] & 0xff];
      blue += LIGHT[rgb[i + 2] & 0xff];
    }
    long pixels = rgb.length / 3;
    return value(red, pixels) << 16 | value(green, pixels) << 8 | value(blue, pixels);
  }

  private static int value(long light, long pixels) {
    double linear = (double) light / pixels / LIGHT_STEPS;
    return (int) Math.round(255 * SrgbCurve.encoded(linear));
  }

  private static int[] light() {
    int[] light = new int[256];
    for (int i = 0; i < light.length; i++) {
      light[i] = (int) Math.round(LIGHT_STEPS * SrgbCurve.light(i / 255.0));
    }
    return light;
  }
}
