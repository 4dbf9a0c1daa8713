package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodeAxes;
import io.lumiere.schema.store.ShortCodeWords;
import java.util.Arrays;

/**
 * What a vector makes of the words of short codes. A word is one bit of each axis of a group, and
 * the vector's coordinates along these are whole numbers of four bits. So a product is made of
 * counted bits: those that a word and bit {@code j} of the numbers have in common count {@code
 * 2^j}, those of the last bit are taken away. Immutable and thread-safe; arrays are not to be
 * changed.
 *
 * @param ones of each word the lowest bits of the numbers
 * @param weights what is counted is multiplied by
 * @param ofNone what the first words, as many as the place says, have without any bit
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record QueryWords(
    long[] ones, long[] twos, long[] fours, long[] eights, float[] weights, float[] ofNone) {

  /**
   * Those of a vector.
   *
   * @param coordinates of the vector
   * @param words what the words of a code say
   * @param scale what products are multiplied by
   */
  static QueryWords of(float[] coordinates, ShortCodeWords words, float scale) {
    CoarseVector[] groups = new CoarseVector[coordinates.length / ShortCodeAxes.GROUP];
    for (int group = 0; group < groups.length; group++) {
      int from = group * ShortCodeAxes.GROUP;
      groups[group] =
          new CoarseVector(Arrays.copyOfRange(coordinates, from, from + ShortCodeAxes.GROUP));
    }
    int count = words.groups().length;
    QueryWords made =
        new QueryWords(
            new long[count],
            new long[count],
            new long[count],
            new long[count],
            new float[count],
            new float[count + 1]);
    for (int word = 0; word < count; word++) {
      made.set(word, groups[words.groups()[word]], scale * words.weights()[word]);
    }
    return made;
  }

  private void set(int word, CoarseVector vector, float weight) {
    ones[word] = vector.bits(0);
    twos[word] = vector.bits(1);
    fours[word] = vector.bits(2);
    eights[word] = vector.bits(3);
    weights[word] = weight * vector.step();
    // A bit is one half or minus one half.
    ofNone[word + 1] = ofNone[word] - weights[word] * vector.sum() / 2;
  }

  /** The product with one word. */
  float product(int word, long bits) {
    return weights[word]
        * (Long.bitCount(bits & ones[word])
            + (Long.bitCount(bits & twos[word]) << 1)
            + (Long.bitCount(bits & fours[word]) << 2)
            - (Long.bitCount(bits & eights[word]) << 3));
  }
}
