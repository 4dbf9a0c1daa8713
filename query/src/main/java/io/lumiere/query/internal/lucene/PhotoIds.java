package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Photos by their ids. A few are looked up as terms. Many are told by the hashes of their ids,
 * which the index has for sorting: to look up a hundred thousand terms in each of ten segments
 * takes a second, to compare a million numbers ten milliseconds. The hashes have 64 bits: that any
 * other of a million photos has one of a hundred thousand is a chance of one in a hundred million.
 */
public final class PhotoIds {
  /** As many are looked up one by one. */
  static final int FEW = 1_000;

  private PhotoIds() {}

  /** The photos with these ids; ids that no photo has do not matter. */
  public static Query query(Collection<String> ids) {
    if (ids.size() > FEW) {
      return new DocValuesFilter(Hashes.of(ids), Fields.ID_HASH);
    }
    List<BytesRef> terms = new ArrayList<>();
    ids.forEach(id -> terms.add(new BytesRef(id)));
    return KeywordField.newSetQuery(Fields.ID, terms);
  }

  /** A set of numbers in a table of at least twice as many places, found by open addressing. */
  private static final class Hashes implements DocValuesFilter.Test {
    private final long[] table;
    private final boolean holdsZero;

    private Hashes(long[] table, boolean holdsZero) {
      this.table = table;
      this.holdsZero = holdsZero;
    }

    static Hashes of(Collection<String> ids) {
      long[] table = new long[Integer.highestOneBit(ids.size()) * 4];
      boolean holdsZero = false;
      for (String id : ids) {
        long hash = SortKeys.idHash(id);
        holdsZero |= hash == 0;
        table[place(table, hash)] = hash;
      }
      return new Hashes(table, holdsZero);
    }

    /** Where a number is or would be; 0 marks an empty place. */
    private static int place(long[] table, long hash) {
      int place = (int) hash & (table.length - 1);
      while (table[place] != 0 && table[place] != hash) {
        place = (place + 1) & (table.length - 1);
      }
      return place;
    }

    @Override
    public boolean passes(long[] values) {
      return values[0] == 0 ? holdsZero : table[place(table, values[0])] != 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Hashes that
          && holdsZero == that.holdsZero
          && Arrays.equals(table, that.table);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(table);
    }

    @Override
    public String toString() {
      return "one of many ids";
    }
  }
}
