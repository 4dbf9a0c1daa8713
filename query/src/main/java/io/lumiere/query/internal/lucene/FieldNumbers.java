package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** Opens the numbers of a field in one segment's documents. Thread-safe. */
public final class FieldNumbers {
  private FieldNumbers() {}

  /**
   * The least number of each document, which many can be read of at once; the segment may have none
   * at all.
   */
  public static NumericDocValues of(LeafReader reader, String field) throws IOException {
    return SortedNumericSelector.wrap(
        DocValues.getSortedNumeric(reader, field),
        SortedNumericSelector.Type.MIN,
        SortField.Type.LONG);
  }
}
