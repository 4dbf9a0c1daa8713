package io.lumiere.workspace.search;

/** Likeness of unit vectors. Thread-safe. */
public final class Cosines {
  private Cosines() {}

  /** The dot product, which is the cosine where both have unit length. */
  public static float of(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return (float) sum;
  }
}
