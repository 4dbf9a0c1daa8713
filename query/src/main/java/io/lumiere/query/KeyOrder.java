package io.lumiere.query;

import java.util.Comparator;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The order of hits by the keys that they were sorted by, wherever they are. Thread-safe. */
final class KeyOrder implements Comparator<FieldDoc> {
  private final FieldComparator<?>[] comparators;
  private final int[] directions;

  KeyOrder(Sort sort) {
    SortField[] fields = sort.getSort();
    this.comparators = new FieldComparator<?>[fields.length];
    this.directions = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      comparators[i] = fields[i].getComparator(1, Pruning.NONE);
      directions[i] = fields[i].getReverse() ? -1 : 1;
    }
  }

  @Override
  public int compare(FieldDoc a, FieldDoc b) {
    for (int i = 0; i < comparators.length; i++) {
      int order = directions[i] * compare(comparators[i], a.fields[i], b.fields[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // The keys are what the field's comparator gave.
  private static <T> int compare(
      FieldComparator<T> comparator, @Nullable Object a, @Nullable Object b) {
    return comparator.compareValues((T) a, (T) b);
  }
}
