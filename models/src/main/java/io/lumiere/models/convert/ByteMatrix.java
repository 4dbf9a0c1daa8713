package io.lumiere.models.convert;

import java.util.Arrays;

/**
 * A matrix as 8-bit integers. Each run of {@link #BLOCK} numbers of a row is scaled by itself so
 * that its largest becomes 127; ncnn quantises the matrix's input by the same runs when it
 * multiplies. Where the input's maxima are known, each input channel is multiplied by a number
 * first and its weights divided by it: the square root of weights' to input's largest, so that both
 * share the burden of rounding.
 */
record ByteMatrix(Weights bytes, Weights scales, Weights inputScales) {
  static final int BLOCK = 64;

  private static final int MOST = 127;

  /** How far below the largest channel a silent one is taken to be. */
  private static final float FLOOR = 1e-4f;

  /**
   * Quantises a matrix.
   *
   * @param maxima of the input's channels; empty: all alike
   */
  static ByteMatrix of(Linear w, float[] maxima) {
    int columns = w.inputs();
    float[] multipliers = multipliers(w, maxima);
    byte[] bytes = new byte[w.weight().length];
    float[] scales = new float[w.outputs() * ((columns + BLOCK - 1) / BLOCK)];
    int block = 0;
    for (int row = 0; row < bytes.length; row += columns) {
      for (int from = 0; from < columns; from += BLOCK) {
        int to = Math.min(from + BLOCK, columns);
        scales[block++] = quantize(w.weight(), row, from, to, multipliers, bytes);
      }
    }
    return new ByteMatrix(Weights.bytes(bytes), Weights.plain(scales), Weights.plain(multipliers));
  }

  private static float quantize(
      float[] weight, int row, int from, int to, float[] multipliers, byte[] bytes) {
    float most = Float.MIN_NORMAL * MOST;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(weight[row + i] / multipliers[i]));
    }
    float scale = MOST / most;
    for (int i = from; i < to; i++) {
      bytes[row + i] = (byte) Math.round(weight[row + i] / multipliers[i] * scale);
    }
    return scale;
  }

  /** One for each column, of geometric mean 1. */
  private static float[] multipliers(Linear w, float[] maxima) {
    float[] multipliers = new float[w.inputs()];
    Arrays.fill(multipliers, 1);
    if (maxima.length == 0) {
      return multipliers;
    }
    float[] heaviest = new float[multipliers.length];
    for (int i = 0; i < w.weight().length; i++) {
      int column = i % heaviest.length;
      heaviest[column] = Math.max(heaviest[column], Math.abs(w.weight()[i]));
    }
    float[] weights = floored(heaviest);
    float[] inputs = floored(maxima);
    double logs = 0;
    for (int i = 0; i < multipliers.length; i++) {
      logs += Math.log(weights[i] / inputs[i]) / 2 / multipliers.length;
    }
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = (float) (Math.sqrt(weights[i] / inputs[i]) / Math.exp(logs));
    }
    return multipliers;
  }

  private static float[] floored(float[] values) {
    float floor = Float.MIN_NORMAL;
    for (float value : values) {
      floor = Math.max(floor, value * FLOOR);
    }
    float[] floored = values.clone();
    for (int i = 0; i < floored.length; i++) {
      floored[i] = Math.max(floored[i], floor);
    }
    return floored;
  }
}
