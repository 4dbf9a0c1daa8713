package io.lumiere.query.hybrid;

/**
 * Products of a vector's whole numbers with rows of bits, of many rows at once: the sum of the
 * numbers of those components whose bit is set. A number has four bits, so a product is made of
 * counted bits: those that a row and bit {@code j} of the numbers have in common count {@code 2^j},
 * those of the last bit are taken away. Not thread-safe.
 *
 * <p>Bits of many rows are counted in one loop, which the compiler makes vector instructions of:
 * for that, the bits of the numbers are repeated for each of them.
 */
final class BitProducts {
  private final int words;

  /** The rows, one after the other. */
  final long[] rows;

  private final long[] ones;
  private final long[] twos;
  private final long[] fours;
  private final long[] eights;

  /** The products with each long of the rows. */
  private final int[] parts;

  /**
   * Products with a vector.
   *
   * @param most how many rows there are at once, at most
   */
  BitProducts(CoarseVector vector, int most) {
    long[] bits = vector.bits(0);
    this.words = bits.length;
    this.rows = new long[most * words];
    this.ones = repeated(bits);
    this.twos = repeated(vector.bits(1));
    this.fours = repeated(vector.bits(2));
    this.eights = repeated(vector.bits(3));
    this.parts = new int[rows.length];
  }

  private long[] repeated(long[] bits) {
    long[] repeated = new long[rows.length];
    for (int i = 0; i < repeated.length; i += words) {
      System.arraycopy(bits, 0, repeated, i, words);
    }
    return repeated;
  }

  /** Computes the products with the first rows. */
  void compute(int count, int[] products) {
    compute(rows, ones, twos, fours, eights, parts, count * words);
    switch (words) { // The usual lengths have no inner loop, which would take twice as long.
      case 6 -> addSix(products, count);
      case 7 -> addSeven(products, count);
      case 8 -> addEight(products, count);
      case 12 -> addTwelve(products, count);
      default -> addAll(products, count);
    }
  }

  /** The loop stands alone, with arrays that do not change, so that it becomes vectors. */
  private static void compute(
      long[] rows, long[] ones, long[] twos, long[] fours, long[] eights, int[] parts, int length) {
    for (int i = 0; i < length; i++) {
      long row = rows[i];
      parts[i] =
          Long.bitCount(row & ones[i])
              + (Long.bitCount(row & twos[i]) << 1)
              + (Long.bitCount(row & fours[i]) << 2)
              - (Long.bitCount(row & eights[i]) << 3);
    }
  }

  private void addSix(int[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = sumOfTwo(i * 6) + sumOfFour(i * 6 + 2);
    }
  }

  private void addSeven(int[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = sumOfTwo(i * 7) + sumOfFour(i * 7 + 2) + parts[i * 7 + 6];
    }
  }

  private void addEight(int[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = sumOfFour(i * 8) + sumOfFour(i * 8 + 4);
    }
  }

  private void addTwelve(int[] products, int count) {
    for (int i = 0; i < count; i++) {
      products[i] = sumOfFour(i * 12) + sumOfFour(i * 12 + 4) + sumOfFour(i * 12 + 8);
    }
  }

  private void addAll(int[] products, int count) {
    for (int i = 0; i < count; i++) {
      int sum = 0;
      for (int part = i * words; part < (i + 1) * words; part++) {
        sum += parts[part];
      }
      products[i] = sum;
    }
  }

  private int sumOfTwo(int from) {
    return parts[from] + parts[from + 1];
  }

  private int sumOfFour(int from) {
    return sumOfTwo(from) + sumOfTwo(from + 2);
  }
}
