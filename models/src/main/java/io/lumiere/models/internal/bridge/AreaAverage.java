package io.lumiere.models.internal.bridge;

import io.lumiere.base.RgbImage;

/** Means of the pixels, in fractions where a pixel lies in two cells, that each cell covers. */
final class AreaAverage {
  private AreaAverage() {}

  /**
   * The image as {@code side} x {@code side} cells, whatever its proportions.
   *
   * @return red, green and blue, 0 to 1, of each cell, row by row
   */
  static double[] grid(RgbImage image, int side) {
    double[] sums = new double[3 * side * side];
    double[] row = new double[3 * side];
    for (int y = 0; y < image.height(); y++) {
      average(image, y, side, row);
      spread(y, image.height(), side, row, sums);
    }
    return sums;
  }

  /** One row of pixels, averaged along x into {@code out}. */
  private static void average(RgbImage image, int y, int side, double[] out) {
    int width = image.width();
    for (int cell = 0; cell < side; cell++) {
      double from = (double) cell * width / side;
      double to = (double) (cell + 1) * width / side;
      double red = 0;
      double green = 0;
      double blue = 0;
      for (int x = (int) from; x < Math.min(width, to); x++) {
        double share = Math.min(to, x + 1) - Math.max(from, x);
        int at = 3 * (y * width + x);
        red += share * (image.rgb()[at] & 0xff);
        green += share * (image.rgb()[at + 1] & 0xff);
        blue += share * (image.rgb()[at + 2] & 0xff);
      }
      double scale = 1 / (255 * (to - from));
      out[3 * cell] = red * scale;
      out[3 * cell + 1] = green * scale;
      out[3 * cell + 2] = blue * scale;
    }
  }

  /** Adds row {@code y} to every row of cells that it lies in. */
  private static void spread(int y, int height, int side, double[] row, double[] sums) {
    double cellHeight = (double) height / side;
    int first = (int) (y / cellHeight);
    for (int cell = first; cell < side && cell * cellHeight < y + 1; cell++) {
      double share = Math.min((cell + 1) * cellHeight, y + 1) - Math.max(cell * cellHeight, y);
      if (share > 0) {
        for (int i = 0; i < row.length; i++) {
          sums[cell * row.length + i] += row[i] * share / cellHeight;
        }
      }
    }
  }
}
