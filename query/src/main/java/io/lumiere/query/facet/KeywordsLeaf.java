package io.lumiere.query.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/**
 * One segment's values of keyword fields: each value of a single field, or one value of several
 * fields together.
 */
final class KeywordsLeaf implements ValueSource.Leaf<List<String>> {
  private final SortedSetDocValues[] fields;
  private final Function<List<@Nullable String>, List<String>> path;

  /**
   * Reads a segment.
   *
   * @param names the fields' names
   * @param path makes a path of the fields' values, in their order; null where there is none
   */
  KeywordsLeaf(
      LeafReader reader, List<String> names, Function<List<@Nullable String>, List<String>> path)
      throws IOException {
    this.fields = new SortedSetDocValues[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = DocValues.getSortedSet(reader, names.get(i));
    }
    this.path = path;
  }

  /** The fields' ordinals, counted from 1, are the digits of one number; 0 is for no value. */
  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    if (fields.length == 1 && fields[0].advanceExact(doc)) {
      for (int i = fields[0].docValueCount(); i > 0; i--) {
        counts.add(fields[0].nextOrd() + 1);
      }
      return;
    }
    long key = 0;
    for (int i = 0; i < fields.length && fields.length > 1; i++) {
      // Exact: it would take millions of values of each field in one segment to overflow.
      key = Math.multiplyExact(key, fields[i].getValueCount() + 1);
      key += fields[i].advanceExact(doc) ? fields[i].nextOrd() + 1 : 0;
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
    return path.apply(values);
  }
}
