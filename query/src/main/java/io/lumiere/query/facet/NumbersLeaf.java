package io.lumiere.query.facet;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedNumericDocValues;

/**
 * One segment's values that are derived from several numbers; a photo has each number at most once.
 */
final class NumbersLeaf implements ValueSource.Leaf<List<String>> {
  private static final long NONE = Long.MAX_VALUE;

  private final SortedNumericDocValues[] fields;
  private final long[] numbers;
  private final ToLongFunction<long[]> key;
  private final LongFunction<String> label;

  /**
   * Reads a segment.
   *
   * @param key what is counted of a photo's numbers, which are in the order of {@code names}
   * @param label what a key is called
   */
  NumbersLeaf(
      LeafReader reader, List<String> names, ToLongFunction<long[]> key, LongFunction<String> label)
      throws IOException {
    this.fields = new SortedNumericDocValues[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = DocValues.getSortedNumeric(reader, names.get(i));
    }
    this.numbers = new long[fields.length];
    this.key = key;
    this.label = label;
  }

  @Override
  public void count(int doc, LongCounts counts) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      if (!fields[i].advanceExact(doc)) {
        counts.add(NONE);
        return;
      }
      numbers[i] = fields[i].nextValue();
    }
    counts.add(key.applyAsLong(numbers));
  }

  @Override
  public List<String> value(long key) {
    return key == NONE ? List.of() : List.of(label.apply(key));
  }
}
