package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.BulkValues;
import io.lumiere.query.internal.lucene.FieldNumbers;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * One segment's values that are derived from several numbers; a photo has each number at most once.
 */
final class NumbersLeaf implements ValueSource.Leaf<List<String>> {
  private static final long NONE = Long.MAX_VALUE;

  private final NumericDocValues[] fields;
  private final long[][] columns;
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
    this.fields = new NumericDocValues[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = FieldNumbers.of(reader, names.get(i));
    }
    this.columns = new long[fields.length][ValueSource.BLOCK];
    this.key = key;
    this.label = label;
  }

  @Override
  public void count(int[] docs, int size, LongCounts counts) throws IOException {
    for (int i = 0; i < fields.length; i++) {
      BulkValues.read(fields[i], docs, size, columns[i], 0, NONE);
    }
    long[] numbers = new long[fields.length];
    long[] keys = columns[0];
    for (int at = 0; at < size; at++) {
      boolean hasAll = true;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = columns[i][at];
        hasAll &= numbers[i] != NONE;
      }
      keys[at] = hasAll ? key.applyAsLong(numbers) : NONE;
    }
    counts.add(keys, size);
  }

  @Override
  public List<String> value(long key) {
    return key == NONE ? List.of() : List.of(label.apply(key));
  }
}
