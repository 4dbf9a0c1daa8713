package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.PhotoDocuments;

/** Arithmetic on embeddings. */
final class Vectors {
  private Vectors() {}

  /** {@code a + weight * b}, a new array. */
  static float[] plus(float[] a, float weight, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors of " + a.length + " and " + b.length + " dimensions do not add up");
    }
    float[] sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + weight * b[i];
    }
    return sum;
  }

  /**
   * Refuses a vector that is not finite and of unit length.
   *
   * @param what what to call it in the message
   */
  static void checkUnit(String what, float[] vector) {
    double length = length(vector);
    // Negated, so that NaN fails too.
    if (!(Math.abs(length - 1) <= PhotoDocuments.UNIT_TOLERANCE)) {
      throw new IllegalArgumentException(
          what + " has length " + length + ", not 1 to " + PhotoDocuments.UNIT_TOLERANCE);
    }
  }

  /**
   * {@code vector} at length 1, a new array.
   *
   * @throws LumiereException if its length is 0 or not finite: the parts of a search cancelled each
   *     other
   */
  static float[] unit(float[] vector) {
    double length = length(vector);
    if (!(length > 1e-6) || Double.isInfinite(length)) {
      throw new LumiereException(
          "what is searched for and its negative terms cancel each other: nothing is left");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }

  static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
