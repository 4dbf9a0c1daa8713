package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * Places of photos' terms among all terms of a field. To compare terms of several segments, their
 * order in the whole index is made first, which takes about a second for a million different ones.
 * Thread-safe.
 */
public final class TermKeys {
  private TermKeys() {}

  /** The terms of a field, least first; documents without one come last. */
  public static DocKeys of(String field) {
    return (reader, docs) -> {
      @Nullable OrdinalMap places = places(reader, field);
      long[] keys = new long[docs.length];
      LeafDocs.visit(
          reader,
          docs,
          leaf -> {
            SortedSetDocValues values = values(leaf.reader(), field);
            LongValues inIndex =
                places == null ? LongValues.IDENTITY : places.getGlobalOrds(leaf.ord);
            return (index, doc) ->
                keys[index] =
                    values.advanceExact(doc) ? inIndex.get(values.nextOrd()) : Long.MAX_VALUE;
          });
      return keys;
    };
  }

  /** Null where there is one segment, whose own order it is. */
  private static @Nullable OrdinalMap places(IndexReader reader, String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    if (leaves.size() == 1) {
      return null;
    }
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      values[leaf.ord] = values(leaf.reader(), field);
    }
    return OrdinalMap.build(null, values, PackedInts.DEFAULT);
  }

  private static SortedSetDocValues values(LeafReader reader, String field) throws IOException {
    return DocValues.getSortedSet(reader, field);
  }
}
