package io.lumiere.schema.store;

import java.util.Arrays;

/**
 * The short code of one vector after another: two bits of each component's difference to a mean.
 * The first is the sign. The second says how far from nothing the component is: it is the same as
 * the first where the component counts three times as much as where it differs. So a component is
 * one of -3, -1, 1 and 3, times a scale. Not thread-safe.
 *
 * <p>Scales are such that the product of a code with the vector itself is the square of its length.
 * The errors of products with other vectors then cancel out in the long run, and no more than the
 * scale is needed beside the bits.
 */
final class ShortCode {
  /** After as many rounds the limit does not move any more. */
  private static final int ROUNDS = 5;

  /** What part of the mean size of components to begin with: for normally distributed ones. */
  private static final float FIRST_STEP = .6f;

  private static final int FAR = 3;

  private final float[] difference;
  private final long[] signs;
  private final long[] rests;
  private float signScale;
  private float scale;

  ShortCode(ShortCodesLayout layout) {
    this.difference = new float[layout.dimension()];
    this.signs = new long[layout.words()];
    this.rests = new long[layout.words()];
  }

  /** The signs of all components, a bit each, from the lowest bit of the first number on. */
  long[] signs() {
    return signs;
  }

  /** The second bits. */
  long[] rests() {
    return rests;
  }

  /** What a sign stands for, if there is nothing else. */
  float signScale() {
    return signScale;
  }

  /** What a component of 1 stands for. */
  float scale() {
    return scale;
  }

  /** Computes the code of a vector. */
  void encode(float[] vector, float[] mean) {
    float sizes = 0;
    float squares = 0;
    for (int i = 0; i < difference.length; i++) {
      difference[i] = vector[i] - mean[i];
      sizes += Math.abs(difference[i]);
      squares += difference[i] * difference[i];
    }
    float limit = limit(sizes);
    setBits(limit);
    signScale = quotient(squares, sizes);
    scale = quotient(squares, sizes + (FAR - 1) * sizesAbove(limit));
  }

  private static float quotient(float dividend, float divisor) {
    return divisor == 0 ? 0 : dividend / divisor;
  }

  /** Above which size a component is far: in the middle between the two that stand for all. */
  private float limit(float sizes) {
    float limit = 2 * FIRST_STEP * sizes / difference.length;
    for (int round = 0; round < ROUNDS; round++) {
      int far = 0;
      for (float component : difference) {
        far += Math.abs(component) > limit ? 1 : 0;
      }
      float product = sizes + (FAR - 1) * sizesAbove(limit);
      limit = 2 * product / (difference.length + (FAR * FAR - 1) * far);
    }
    return limit;
  }

  private float sizesAbove(float limit) {
    float above = 0;
    for (float component : difference) {
      float size = Math.abs(component);
      above += size > limit ? size : 0;
    }
    return above;
  }

  private void setBits(float limit) {
    Arrays.fill(signs, 0);
    Arrays.fill(rests, 0);
    for (int i = 0; i < difference.length; i++) {
      boolean positive = difference[i] >= 0;
      boolean far = Math.abs(difference[i]) > limit;
      signs[i / Long.SIZE] |= (positive ? 1L : 0) << i;
      rests[i / Long.SIZE] |= (positive == far ? 1L : 0) << i;
    }
  }
}
