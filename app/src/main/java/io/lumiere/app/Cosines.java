package io.lumiere.app;

/** Likeness of unit vectors. */
final class Cosines {
  private Cosines() {}

  /** The dot product, which is the cosine where both have unit length. */
  static float of(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return (float) sum;
  }
}
