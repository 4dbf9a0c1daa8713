package io.lumiere.query.internal.lucene;

import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;

/** Sorts by a field that documents may lack; those that do come last. Thread-safe. */
public final class OrderedFields {
  private OrderedFields() {}

  /** By the least number of each document. */
  public static SortField number(String field, boolean greatestFirst) {
    return new SortedNumericSortField(
        field,
        SortField.Type.LONG,
        greatestFirst,
        SortedNumericSelector.Type.MIN,
        greatestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  /** By the text of each document. */
  public static SortField textLast(String field) {
    return new SortField(field, SortField.Type.STRING, false, SortField.STRING_LAST);
  }
}
