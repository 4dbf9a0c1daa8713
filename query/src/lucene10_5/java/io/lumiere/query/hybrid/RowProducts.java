package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** Products of a vector with codes that do not follow one another. Not thread-safe. */
final class RowProducts {
  /**
   * How many rows are read at once: these fit into the processor's nearest cache. Where 12,500
   * were, a text's search among a million took 1.06 times as long.
   */
  private static final int AT_ONCE = 256;

  private final ShortCodesLayout layout;
  private final RandomAccessInput rows;
  private final QueryWords query;
  private final float begin;

  /** The first word of each that is read at once. */
  private final long[] firsts = new long[AT_ONCE];

  /**
   * Products with the codes of a segment.
   *
   * @param begin what is added to each product
   */
  RowProducts(ShortCodesLayout layout, IndexInput rows, QueryWords query, float begin)
      throws IOException {
    this.layout = layout;
    this.rows = rows.randomAccessSlice(0, rows.length());
    this.query = query;
    this.begin = begin;
  }

  /** Those of some vectors. */
  void of(int[] nodes, int count, float[] products) throws IOException {
    for (int from = 0; from < count; from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, count);
      readFirsts(nodes, from, to);
      multiply(nodes, from, to, products);
    }
  }

  /** Before the others, so that the processor waits for the memory of many rows at once. */
  private void readFirsts(int[] nodes, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      firsts[i - from] = rows.readLong(layout.row(nodes[i]));
    }
  }

  private void multiply(int[] nodes, int from, int to, float[] products) throws IOException {
    int words = layout.words();
    for (int i = from; i < to; i++) {
      long at = layout.row(nodes[i]);
      float sum = begin + query.ofNone()[words] + query.product(0, firsts[i - from]);
      for (int word = 1; word < words; word++) {
        sum += query.product(word, rows.readLong(at + word * (long) Long.BYTES));
      }
      products[i] = sum;
    }
  }
}
