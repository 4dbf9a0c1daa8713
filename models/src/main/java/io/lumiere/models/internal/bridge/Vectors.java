package io.lumiere.models.internal.bridge;

/** The parts of a bridge's vectors. */
final class Vectors {
  /**
   * How long the scene part is at most, in a vector of length 1. The scene so decides a quarter of
   * a score where image and text both have one, and between images of like meaning it decides.
   */
  static final double SCENE = 0.5;

  private Vectors() {}

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** Scales to length 1; from zeros, the vector of equal numbers. */
  static double[] unit(double[] values) {
    double norm = norm(values);
    double[] unit = new double[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = norm > 1e-12 ? values[i] / norm : 1 / Math.sqrt(values.length);
    }
    return unit;
  }

  /**
   * Puts a vector together.
   *
   * @param meaning of length 1
   * @param meaningLength what that becomes
   * @param scene strengths; cut to length 1 if longer, then scaled to {@link #SCENE}
   * @param rest the last dimension
   */
  static float[] join(double[] meaning, double meaningLength, double[] scene, double rest) {
    float[] joined = new float[meaning.length + scene.length + 1];
    for (int i = 0; i < meaning.length; i++) {
      joined[i] = (float) (meaning[i] * meaningLength);
    }
    double scale = SCENE / Math.max(1, norm(scene));
    for (int i = 0; i < scene.length; i++) {
      joined[meaning.length + i] = (float) (scene[i] * scale);
    }
    joined[joined.length - 1] = (float) rest;
    return joined;
  }
}
