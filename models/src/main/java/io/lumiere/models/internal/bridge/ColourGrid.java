package io.lumiere.models.internal.bridge;

import io.lumiere.base.RgbImage;

/**
 * A whole image as 32 x 32 colours in Oklab (Björn Ottosson, "A perceptual color space for image
 * processing", 2020). Each cell is the mean of the pixels that it covers, so the size of the image
 * does not matter and detail becomes texture. Row 0 is the top.
 */
final class ColourGrid {
  /** Cells on each side. */
  static final int SIDE = 32;

  private static final int CELLS = SIDE * SIDE;

  private final double[] lightness = new double[CELLS];
  private final double[] greenRed = new double[CELLS];
  private final double[] blueYellow = new double[CELLS];
  private final double[] chroma = new double[CELLS];
  private final double[] hue = new double[CELLS];

  private ColourGrid() {}

  static ColourGrid of(RgbImage image) {
    double[] srgb = AreaAverage.grid(image, SIDE);
    ColourGrid grid = new ColourGrid();
    for (int cell = 0; cell < CELLS; cell++) {
      grid.set(
          cell, linear(srgb[3 * cell]), linear(srgb[3 * cell + 1]), linear(srgb[3 * cell + 2]));
    }
    return grid;
  }

  private void set(int cell, double red, double green, double blue) {
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    lightness[cell] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    greenRed[cell] = a;
    blueYellow[cell] = b;
    chroma[cell] = Math.hypot(a, b);
    hue[cell] = Math.toDegrees(Math.atan2(b, a));
  }

  /** Undoes sRGB's transfer curve. */
  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** The cell in a row and a column. */
  static int cell(int row, int column) {
    return row * SIDE + column;
  }

  /** 0 (black) to 1 (white). */
  double lightness(int cell) {
    return lightness[cell];
  }

  /** 0 (grey) to about .3 (the purest colours of a screen). */
  double chroma(int cell) {
    return chroma[cell];
  }

  /** Degrees: red near 30, yellow 110, green 140, blue 260, magenta 330. May be negative. */
  double hue(int cell) {
    return hue[cell];
  }

  /** One of the three Oklab coordinates: 0 lightness, 1 green to red, 2 blue to yellow. */
  double coordinate(int axis, int cell) {
    return (axis == 0 ? lightness : axis == 1 ? greenRed : blueYellow)[cell];
  }
}
