package io.lumiere.bench.data;

import java.util.Random;

/** Arithmetic on vectors, in place. */
final class Vec {
  private Vec() {}

  static void add(float[] to, float weight, float[] vector) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * vector[i];
    }
  }

  static void scale(float[] vector, float factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  /** Scales {@code vector} to length 1 and returns it. */
  static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    scale(vector, (float) (1 / Math.sqrt(squares)));
    return vector;
  }

  /** A unit vector of any direction. */
  static float[] random(int dimension, Random random) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }
}
