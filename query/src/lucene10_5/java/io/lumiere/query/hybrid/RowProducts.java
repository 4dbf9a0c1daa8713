package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RandomAccessInput;

/** Products of a vector with codes that do not follow one another. Not thread-safe. */
final class RowProducts {
  private final ShortCodesLayout layout;
  private final RandomAccessInput rows;
  private final QueryWords query;
  private final float begin;

  /** The first word of each. */
  private long[] firsts = new long[0];

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
    readFirsts(nodes, count);
    int words = layout.words();
    for (int i = 0; i < count; i++) {
      long at = layout.row(nodes[i]);
      float sum = begin + query.ofNone()[words] + query.product(0, firsts[i]);
      for (int word = 1; word < words; word++) {
        sum += query.product(word, rows.readLong(at + word * (long) Long.BYTES));
      }
      products[i] = sum;
    }
  }

  /** Before the others, so that the processor waits for the memory of many rows at once. */
  private void readFirsts(int[] nodes, int count) throws IOException {
    if (firsts.length < count) {
      firsts = new long[count];
    }
    for (int i = 0; i < count; i++) {
      firsts[i] = rows.readLong(layout.row(nodes[i]));
    }
  }
}
