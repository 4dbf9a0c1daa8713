package io.lumiere.query.internal.lucene;

import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/**
 * Sorts by a field that documents may lack, as Lucene 10.3 can; those that do come last.
 * Thread-safe.
 */
public final class OrderedFields {
  private OrderedFields() {}

  /** By the least number of each document. */
  public static SortField number(String field, boolean greatestFirst) {
    SortField number =
        new SortedNumericSortField(
            field, SortField.Type.LONG, greatestFirst, SortedNumericSelector.Type.MIN);
    number.setMissingValue(greatestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    return number;
  }

  /** By the text of each document. */
  public static SortField textLast(String field) {
    SortField text = new SortField(field, SortField.Type.STRING, false);
    text.setMissingValue(SortField.STRING_LAST);
    return text;
  }
}
