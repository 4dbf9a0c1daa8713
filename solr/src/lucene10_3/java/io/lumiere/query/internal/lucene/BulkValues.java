package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Reads what a segment keeps of many documents, as Lucene 10.3 can. Thread-safe. */
public final class BulkValues {
  private BulkValues() {}

  /**
   * The numbers of some documents.
   *
   * @param docs in order, at most {@code size} of them
   * @param numbers where they are put, from {@code from} on
   * @param missing stands for documents without one
   */
  public static void read(
      NumericDocValues values, int[] docs, int size, long[] numbers, int from, long missing)
      throws IOException {
    for (int i = 0; i < size; i++) {
      numbers[from + i] = values.advanceExact(docs[i]) ? values.longValue() : missing;
    }
  }

  /**
   * The documents of a set, in order.
   *
   * @param docs as long as there are bits
   */
  public static void read(FixedBitSet bits, int[] docs) {
    BitSetIterator each = new BitSetIterator(bits, docs.length);
    int size = 0;
    for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
      docs[size++] = doc;
    }
  }
}
