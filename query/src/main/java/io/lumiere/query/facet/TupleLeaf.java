package io.lumiere.query.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/** One segment's values of several keyword fields together; of each a photo has one or none. */
final class TupleLeaf implements ValueSource.Leaf<List<String>> {
  private final SortedSetDocValues[] fields;
  private final Function<List<@Nullable String>, List<String>> value;

  /**
   * Reads a segment.
   *
   * @param value makes a path of the fields' values, in their order; null where there is none
   */
  TupleLeaf(
      LeafReader reader, List<String> names, Function<List<@Nullable String>, List<String>> value)
      throws IOException {
    this.fields = new SortedSetDocValues[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = DocValues.getSortedSet(reader, names.get(i));
    }
    this.value = value;
  }

  /** The fields' ordinals, counted from 1, are the digits of one number; 0 is for no value. */
  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    long key = 0;
    for (SortedSetDocValues field : fields) {
      // Exact: it would take millions of values of each field in one segment to overflow.
      key = Math.multiplyExact(key, field.getValueCount() + 1);
      key += field.advanceExact(doc) ? field.nextOrd() + 1 : 0;
    }
    counts.add(key);
  }

  @Override
  public List<String> value(long key) throws IOException {
    List<@Nullable String> values = new ArrayList<>();
    long rest = key;
    for (int i = fields.length - 1; i >= 0; i--) {
      long base = fields[i].getValueCount() + 1;
      long ordinal = rest % base - 1;
      rest /= base;
      values.addFirst(ordinal < 0 ? null : fields[i].lookupOrd(ordinal).utf8ToString());
    }
    return value.apply(values);
  }
}
