package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodeWords;

/**
 * Products of a vector with words of short codes, of many codes at once. A word is one bit of each
 * axis of a group, and the vector's coordinates along these are whole numbers of four bits. So a
 * product is made of counted bits: those that a word and bit {@code j} of the numbers have in
 * common count {@code 2^j}, those of the last bit are taken away. Not thread-safe.
 *
 * <p>Bits of many codes are counted in one loop, which the compiler makes vector instructions of:
 * for that, the bits of the numbers are repeated for each of them.
 */
final class WordProducts {
  /** How many codes there are at once, at most. */
  static final int MOST = 64;

  private final int words;

  /** The words, code by code. */
  final long[] rows;

  private final long[] ones;
  private final long[] twos;
  private final long[] fours;
  private final long[] eights;
  private final float[] weights;
  private final float ofNone;

  /** The products with each of the rows' words. */
  private final int[] counts;

  private final float[] products;

  /**
   * Products with some of the words of codes.
   *
   * @param groups the vector's coordinates along the axes of each group
   * @param all what the words of a code say
   * @param from the first of the words
   * @param to behind the last
   * @param scale what products are multiplied by
   */
  WordProducts(CoarseVector[] groups, ShortCodeWords all, int from, int to, float scale) {
    this.words = to - from;
    this.rows = new long[MOST * words];
    this.ones = new long[rows.length];
    this.twos = new long[rows.length];
    this.fours = new long[rows.length];
    this.eights = new long[rows.length];
    this.weights = new float[rows.length];
    this.counts = new int[rows.length];
    this.products = new float[rows.length];
    float sum = 0;
    for (int word = 0; word < words; word++) {
      CoarseVector vector = groups[all.groups()[from + word]];
      weights[word] = scale * all.weights()[from + word] * vector.step();
      ones[word] = vector.bits(0);
      twos[word] = vector.bits(1);
      fours[word] = vector.bits(2);
      eights[word] = vector.bits(3);
      sum += weights[word] * vector.sum();
    }
    this.ofNone = -sum / 2; // A bit is one half or minus one half.
    for (int i = words; i < rows.length; i++) {
      ones[i] = ones[i - words];
      twos[i] = twos[i - words];
      fours[i] = fours[i - words];
      eights[i] = eights[i - words];
      weights[i] = weights[i - words];
    }
  }

  /**
   * Adds the products with the first rows to some sums.
   *
   * @param at the place of the first sum
   */
  void addTo(float[] sums, int at, int count) {
    count(rows, ones, twos, fours, eights, counts, count * words);
    weigh(counts, weights, products, count * words);
    switch (words) { // The usual lengths have no inner loop, which would take twice as long.
      case 4 -> addFour(sums, at, count);
      case 6 -> addSix(sums, at, count);
      case 8 -> addEight(sums, at, count);
      default -> addAny(sums, at, count);
    }
  }

  /** The loop stands alone, with arrays that do not change, so that it becomes vectors. */
  private static void count(
      long[] rows,
      long[] ones,
      long[] twos,
      long[] fours,
      long[] eights,
      int[] counts,
      int length) {
    for (int i = 0; i < length; i++) {
      long row = rows[i];
      counts[i] =
          Long.bitCount(row & ones[i])
              + (Long.bitCount(row & twos[i]) << 1)
              + (Long.bitCount(row & fours[i]) << 2)
              - (Long.bitCount(row & eights[i]) << 3);
    }
  }

  private static void weigh(int[] counts, float[] weights, float[] products, int length) {
    for (int i = 0; i < length; i++) {
      products[i] = weights[i] * counts[i];
    }
  }

  private void addFour(float[] sums, int at, int count) {
    for (int i = 0; i < count; i++) {
      sums[at + i] += ofNone + four(i * 4);
    }
  }

  private void addSix(float[] sums, int at, int count) {
    for (int i = 0; i < count; i++) {
      sums[at + i] += ofNone + (four(i * 6) + (products[i * 6 + 4] + products[i * 6 + 5]));
    }
  }

  private void addEight(float[] sums, int at, int count) {
    for (int i = 0; i < count; i++) {
      sums[at + i] += ofNone + (four(i * 8) + four(i * 8 + 4));
    }
  }

  private void addAny(float[] sums, int at, int count) {
    for (int i = 0; i < count; i++) {
      float sum = ofNone;
      for (int word = i * words; word < (i + 1) * words; word++) {
        sum += products[word];
      }
      sums[at + i] += sum;
    }
  }

  private float four(int from) {
    return (products[from] + products[from + 1]) + (products[from + 2] + products[from + 3]);
  }
}
