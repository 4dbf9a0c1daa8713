package io.lumiere.schema.store;

import java.util.Arrays;

/**
 * The short code of one vector after another: some words of bits, of which each halves the error
 * that those before it left. A code stands for the mean and a sum of axes. Not thread-safe.
 */
final class ShortCode {
  private final ShortCodeAxes axes;
  private final ShortCodeWords words;
  private final float[] difference;
  private final long[] bits;

  ShortCode(ShortCodeAxes axes, ShortCodeWords words) {
    this.axes = axes;
    this.words = words;
    this.difference = new float[axes.mean().length];
    this.bits = new long[words.groups().length];
  }

  ShortCodeAxes axes() {
    return axes;
  }

  ShortCodeWords words() {
    return words;
  }

  /** The code of a vector, until the next. */
  long[] of(float[] vector) {
    float[] mean = axes.mean();
    for (int i = 0; i < difference.length; i++) {
      difference[i] = vector[i] - mean[i];
    }
    float[] left = axes.coordinates(difference);
    Arrays.fill(bits, 0);
    for (int word = 0; word < bits.length; word++) {
      float half = words.weights()[word] / 2;
      int first = words.groups()[word] * ShortCodeAxes.GROUP;
      for (int i = 0; i < ShortCodeAxes.GROUP; i++) {
        if (left[first + i] >= 0) {
          bits[word] |= 1L << i;
          left[first + i] -= half;
        } else {
          left[first + i] += half;
        }
      }
    }
    return bits;
  }
}
