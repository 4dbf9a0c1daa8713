package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.IndexInput;

/**
 * Products of a vector with the first words of the codes of a block. Bits of many codes are counted
 * in one loop, which the compiler makes vector instructions of. Not thread-safe.
 */
final class BlockProducts {
  private final ShortCodesLayout layout;
  private final IndexInput blocks;
  private final QueryWords query;
  private final float begin;
  private final long[] words = new long[ShortCodesLayout.BLOCK];
  private final int[] counts = new int[ShortCodesLayout.BLOCK];

  /**
   * Products with the codes of a segment.
   *
   * @param blocks not used by others
   * @param begin what is added to each product
   */
  BlockProducts(ShortCodesLayout layout, IndexInput blocks, QueryWords query, float begin) {
    this.layout = layout;
    this.blocks = blocks;
    this.query = query;
    this.begin = begin + query.ofNone()[layout.firsts()];
  }

  /** Those of the first vectors of a block. */
  void of(int block, int count, float[] products) throws IOException {
    Arrays.fill(products, 0, count, begin);
    for (int word = 0; word < layout.firsts(); word++) {
      blocks.seek(layout.block(block) + word * (long) words.length * Long.BYTES);
      blocks.readLongs(words, 0, count);
      count(
          words,
          query.ones()[word],
          query.twos()[word],
          query.fours()[word],
          query.eights()[word],
          counts,
          count);
      add(query.weights()[word], counts, products, count);
    }
  }

  /** The loop stands alone, with arrays that do not change, so that it becomes vectors. */
  private static void count(
      long[] words, long ones, long twos, long fours, long eights, int[] counts, int length) {
    for (int i = 0; i < length; i++) {
      long word = words[i];
      counts[i] =
          Long.bitCount(word & ones)
              + (Long.bitCount(word & twos) << 1)
              + (Long.bitCount(word & fours) << 2)
              - (Long.bitCount(word & eights) << 3);
    }
  }

  private static void add(float weight, int[] counts, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += weight * counts[i];
    }
  }
}
