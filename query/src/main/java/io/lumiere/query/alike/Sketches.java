package io.lumiere.query.alike;

import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.util.VectorUtil;

/**
 * {@value #BITS} bits for each of many vectors, of which two vectors have the more in common the
 * more they point into the same direction: on which side of {@value #BITS} planes each vector is
 * (Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002). Planes go
 * through the middle of all vectors: the vectors of photos fill a cone only, and would all be on
 * one side of most others. For one thread.
 */
final class Sketches {
  static final int BITS = 512;
  static final int WORDS = BITS / Long.SIZE;

  /** So many standard deviations more differing bits than expected are let pass. */
  private static final double CARE = 4;

  private final long[] words;
  private final float[] middle;
  private final int padded;
  private final float[] signs;

  /**
   * Sketches that are to be filled.
   *
   * @param size of how many vectors
   * @param middle the mean of all vectors
   */
  Sketches(int size, float[] middle) {
    this.words = new long[Math.multiplyExact(size, WORDS)];
    this.middle = middle.clone();
    this.padded = Math.max(2, Integer.highestOneBit(2 * middle.length - 1));
    // The same planes each time, so that the same photos are found.
    Random random = new Random(padded);
    this.signs = new float[padded * (1 + (BITS - 1) / padded)];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = random.nextBoolean() ? 1 : -1;
    }
  }

  /** Sketches a vector of unit length. */
  void set(int index, float[] vector) {
    float[] turned = new float[padded];
    for (int from = 0; from < BITS; from += padded) {
      Arrays.fill(turned, 0);
      for (int i = 0; i < vector.length; i++) {
        turned[i] = (vector[i] - middle[i]) * signs[from + i];
      }
      turn(turned);
      for (int i = 0; i < Math.min(padded, BITS - from); i++) {
        if (turned[i] > 0) {
          words[index * WORDS + ((from + i) >> 6)] |= 1L << (from + i);
        }
      }
    }
  }

  /** The fast Walsh-Hadamard transform: with random signs before, it is a random rotation. */
  private static void turn(float[] values) {
    for (int half = 1; half < values.length; half *= 2) {
      for (int block = 0; block < values.length; block += 2 * half) {
        for (int i = block; i < block + half; i++) {
          float sum = values[i] + values[i + half];
          values[i + half] = values[i] - values[i + half];
          values[i] = sum;
        }
      }
    }
  }

  /** The words of a sketch begin there in the array that is given out. */
  void copy(int index, long[] to, int offset) {
    System.arraycopy(words, index * WORDS, to, offset, WORDS);
  }

  /** 16 of the bits. */
  int band(int index, int band) {
    return (int) (words[index * WORDS + band / 4] >>> (16 * (band % 4))) & 0xffff;
  }

  /**
   * How many bits differ at most where two vectors have at least this cosine, but for one pair in
   * some thousands.
   */
  int mostDiffering(float cosine) {
    double inMiddle = VectorUtil.dotProduct(middle, middle);
    double around = Math.clamp((cosine - inMiddle) / Math.max(1e-6, 1 - inMiddle), -1, 1);
    double share = Math.acos(around) / Math.PI;
    return (int) Math.ceil(BITS * share + CARE * Math.sqrt(BITS * share * (1 - share)));
  }
}
