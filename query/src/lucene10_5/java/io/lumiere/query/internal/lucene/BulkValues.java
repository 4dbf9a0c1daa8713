package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/** Reads what a segment keeps of many documents at once. Thread-safe. */
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
    values.longValues(size, docs, 0, numbers, from, missing);
  }

  /**
   * The documents of a set, in order.
   *
   * @param docs as long as there are bits
   */
  public static void read(FixedBitSet bits, int[] docs) {
    bits.intoArray(0, bits.length(), 0, docs);
  }
}
