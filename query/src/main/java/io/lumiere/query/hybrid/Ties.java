package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * What documents with equal scores are ordered by: the numbers of a field, which are the same
 * wherever a document stands, or the documents' own numbers. Immutable.
 *
 * @param field of numeric doc values; null for the documents' numbers
 */
record Ties(@Nullable String field) {
  /** The number of each document, least first in an order; documents without one have the least. */
  long[] of(IndexReader reader, int[] docs) throws IOException {
    long[] numbers = new long[docs.length];
    if (field == null) {
      Arrays.setAll(numbers, i -> docs[i]);
      return numbers;
    }
    long[] byDoc = new long[docs.length];
    for (int i = 0; i < docs.length; i++) {
      byDoc[i] = ((long) docs[i] << Integer.SIZE) | i;
    }
    Arrays.sort(byDoc);
    List<LeafReaderContext> leaves = reader.leaves();
    for (int at = 0; at < byDoc.length; ) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc(byDoc[at]), leaves));
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; at < byDoc.length && doc(byDoc[at]) < end; at++) {
        boolean has = values.advanceExact(doc(byDoc[at]) - leaf.docBase);
        numbers[(int) byDoc[at]] = has ? values.longValue() : Long.MIN_VALUE;
      }
    }
    return numbers;
  }

  private static int doc(long docAndPlace) {
    return (int) (docAndPlace >>> Integer.SIZE);
  }
}
