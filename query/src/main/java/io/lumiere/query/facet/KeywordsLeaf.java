package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.KeywordOrds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** One segment's values of several keyword fields together, of each field the first. */
final class KeywordsLeaf implements ValueSource.Leaf<List<@Nullable String>> {
  private final KeywordOrds[] fields;
  private final int[] ords = new int[ValueSource.BLOCK];
  private final long[] keys = new long[ValueSource.BLOCK];

  /** Values in the order of the fields' names; null where a photo has none. */
  record Source(List<String> names) implements ValueSource<List<@Nullable String>> {
    @Override
    public Leaf<List<@Nullable String>> open(LeafReader reader) throws IOException {
      return new KeywordsLeaf(reader, names);
    }
  }

  private KeywordsLeaf(LeafReader reader, List<String> names) throws IOException {
    this.fields = new KeywordOrds[names.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = new KeywordOrds(reader, names.get(i));
    }
  }

  /** The fields' ordinals, counted from 1, are the digits of one number; 0 is for no value. */
  @Override
  public void count(int[] docs, int size, LongCounts counts) throws IOException {
    Arrays.fill(keys, 0, size, 0);
    for (KeywordOrds field : fields) {
      field.read(docs, size, ords);
      long base = field.size() + 1L;
      for (int i = 0; i < size; i++) {
        // Exact: it would take millions of values of each field in one segment to overflow.
        keys[i] = Math.multiplyExact(keys[i], base) + ords[i] + 1;
      }
    }
    counts.add(keys, size);
  }

  @Override
  public List<@Nullable String> value(long key) throws IOException {
    List<@Nullable String> values = new ArrayList<>();
    long rest = key;
    for (int i = fields.length - 1; i >= 0; i--) {
      long base = fields[i].size() + 1L;
      int ord = (int) (rest % base) - 1;
      rest /= base;
      values.addFirst(ord < 0 ? null : fields[i].term(ord));
    }
    return values;
  }
}
