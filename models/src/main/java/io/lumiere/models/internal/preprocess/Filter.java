package io.lumiere.models.internal.preprocess;

/** A resampling kernel, by which a resized pixel is a weighted mean of its neighbours. */
public enum Filter {
  /** A triangle of radius 1. */
  BILINEAR(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Keys' cubic convolution with a = -1/2 and radius 2 (IEEE Trans. ASSP 29(6), 1981). */
  BICUBIC(2) {
    @Override
    double weight(double x) {
      double t = Math.abs(x);
      if (t < 1) {
        return ((A + 2) * t - (A + 3)) * t * t + 1;
      }
      return t < 2 ? (((t - 5) * t + 8) * t - 4) * A : 0;
    }
  };

  private static final double A = -0.5;

  private final double radius;

  Filter(double radius) {
    this.radius = radius;
  }

  /** Beyond this distance, in source pixels when enlarging, the weight is 0. */
  double radius() {
    return radius;
  }

  /** The weight at a distance; weights are normalised afterwards. */
  abstract double weight(double x);
}
