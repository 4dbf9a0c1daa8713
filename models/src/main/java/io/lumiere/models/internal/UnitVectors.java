package io.lumiere.models.internal;

import io.lumiere.base.LumiereException;

/** What every encoder does with its result. Thread-safe. */
public final class UnitVectors {
  /** How far from 1 a length may be. */
  public static final double TOLERANCE = 1e-4;

  private UnitVectors() {}

  /**
   * Scales a vector to unit length, in place, and returns it.
   *
   * @param what says in the message what the vector is of
   * @throws LumiereException where it has no direction: zero, infinite or not a number
   */
  public static float[] normalise(float[] vector, String what) {
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new LumiereException(
          "the model gave no usable vector for " + what + ": its length is " + length);
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return check(vector, what);
  }

  /** Returns the vector if its length is 1 to {@value #TOLERANCE}. */
  public static float[] check(float[] vector, String what) {
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    if (!(Math.abs(Math.sqrt(squares) - 1) <= TOLERANCE)) {
      throw new LumiereException(
          "the model gave a vector of length " + Math.sqrt(squares) + " for " + what);
    }
    return vector;
  }
}
