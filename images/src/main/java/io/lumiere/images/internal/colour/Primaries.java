package io.lumiere.images.internal.colour;

/**
 * The colours that red, green and blue stand for, and white, as chromaticities x and y of CIE 1931.
 * Immutable.
 */
record Primaries(Xy red, Xy green, Xy blue, Xy white) {
  private static final Xy D65 = new Xy(0.3127, 0.3290);

  static final Primaries SRGB =
      new Primaries(new Xy(0.64, 0.33), new Xy(0.30, 0.60), new Xy(0.15, 0.06), D65);
  static final Primaries DISPLAY_P3 =
      new Primaries(new Xy(0.680, 0.320), new Xy(0.265, 0.690), new Xy(0.150, 0.060), D65);
  static final Primaries DCI_P3 =
      new Primaries(DISPLAY_P3.red, DISPLAY_P3.green, DISPLAY_P3.blue, new Xy(0.314, 0.351));
  static final Primaries ADOBE_RGB =
      new Primaries(new Xy(0.64, 0.33), new Xy(0.21, 0.71), new Xy(0.15, 0.06), D65);
  static final Primaries BT_2020 =
      new Primaries(new Xy(0.708, 0.292), new Xy(0.170, 0.797), new Xy(0.131, 0.046), D65);

  /** A chromaticity. */
  record Xy(double x, double y) {
    /** The colour of luminance 1. */
    double[] xyz() {
      return new double[] {x / y, 1, (1 - x - y) / y};
    }
  }

  /**
   * The matrix that makes of linear red, green and blue the colour XYZ as it looks under D50, the
   * white of profiles: its columns are the colours, scaled so that they add up to white, and
   * adapted by Bradford's method (ICC.1, annex E).
   */
  double[][] toProfileSpace() {
    double[][] colours = Matrix3.ofColumns(red.xyz(), green.xyz(), blue.xyz());
    double[] shares = Matrix3.times(Matrix3.inverse(colours), white.xyz());
    return Matrix3.times(Bradford.toD50(white.xyz()), Matrix3.scaledColumns(colours, shares));
  }

  /** How colours look under another white. */
  private static final class Bradford {
    private static final double[][] CONES = {
      {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };
    private static final double[] D50 = {0.9642, 1, 0.8249};

    private Bradford() {}

    static double[][] toD50(double[] white) {
      double[] from = Matrix3.times(CONES, white);
      double[] to = Matrix3.times(CONES, D50);
      double[][] scaled = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          scaled[i][j] = CONES[i][j] * to[i] / from[i];
        }
      }
      return Matrix3.times(Matrix3.inverse(CONES), scaled);
    }
  }
}
