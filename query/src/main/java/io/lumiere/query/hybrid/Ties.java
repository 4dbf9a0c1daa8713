package io.lumiere.query.hybrid;

import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
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
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
          return (place, doc) ->
              numbers[place] = values.advanceExact(doc) ? values.longValue() : Long.MIN_VALUE;
        });
    return numbers;
  }
}
