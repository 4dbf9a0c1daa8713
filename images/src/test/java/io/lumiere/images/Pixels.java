package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;

/** Looks at decoded pixels. */
public final class Pixels {
  private static final int TOLERANCE = 6;

  private Pixels() {}

  /** The pixel as 0xRRGGBB. */
  public static int at(RgbImage image, int x, int y) {
    int at = 3 * (y * image.width() + x);
    byte[] rgb = image.rgb();
    return ((rgb[at] & 0xff) << 16) | ((rgb[at + 1] & 0xff) << 8) | (rgb[at + 2] & 0xff);
  }

  /** The middles of the four quarters, row by row, to within what JPEG loses. */
  public static void assertQuarters(RgbImage image, int... expected) {
    int width = image.width();
    int height = image.height();
    for (int i = 0; i < 4; i++) {
      int x = i % 2 == 0 ? width / 4 : 3 * width / 4;
      int y = i < 2 ? height / 4 : 3 * height / 4;
      int actual = at(image, x, y);
      assertThat(distance(actual, expected[i]))
          .as("quarter %d is %06x, expected %06x", i, actual, expected[i])
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }

  /** The largest difference of red, green or blue. */
  public static int distance(int a, int b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff)));
    }
    return most;
  }

  /** Mean absolute difference of {@code reduced} to the means of {@code whole}'s boxes. */
  public static double meanDifferenceToBoxes(RgbImage whole, RgbImage reduced, int factor) {
    double sum = 0;
    for (int y = 0; y < reduced.height(); y++) {
      for (int x = 0; x < 3 * reduced.width(); x++) {
        int box = 0;
        for (int i = 0; i < factor * factor; i++) {
          int column = x / 3 * factor + i % factor;
          int row = y * factor + i / factor;
          box += whole.rgb()[3 * (row * whole.width() + column) + x % 3] & 0xff;
        }
        int actual = reduced.rgb()[y * 3 * reduced.width() + x] & 0xff;
        sum += Math.abs((double) box / (factor * factor) - actual);
      }
    }
    return sum / reduced.rgb().length;
  }

  /**
   * How far an image is from the scene that the files show, as the mean absolute difference of all
   * samples.
   */
  public static double differenceToScene(RgbImage image, boolean grey) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int pixel = Pixels.at(image, x, y);
        int red = wave(x * 0.053 + y * 0.014);
        sum += Math.abs((pixel >> 16) - red);
        sum += Math.abs((pixel >> 8 & 0xff) - (grey ? red : wave(x * 0.037 - y * 0.051 + 1)));
        sum += Math.abs((pixel & 0xff) - (grey ? red : wave(y * 0.067 + 2)));
      }
    }
    return sum / image.rgb().length;
  }

  private static int wave(double phase) {
    return (int) (120 + 115 * Math.sin(phase));
  }
}
