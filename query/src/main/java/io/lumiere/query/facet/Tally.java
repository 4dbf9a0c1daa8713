package io.lumiere.query.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** Counts the values of one source, segment after segment. Not thread-safe. */
final class Tally<T> {
  private final ValueSource<T> source;
  private final Map<T, Integer> counts = new HashMap<>();
  private final LongCounts inLeaf = new LongCounts();
  private ValueSource.@Nullable Leaf<T> leaf;

  Tally(ValueSource<T> source) {
    this.source = source;
  }

  /** Begins a segment. */
  void open(LeafReader reader) throws IOException {
    leaf = source.open(reader);
  }

  void count(int doc) throws IOException {
    if (leaf != null) {
      leaf.count(doc, inLeaf);
    }
  }

  /** Ends a segment: what numbers mean depends on it. */
  void close() throws IOException {
    ValueSource.Leaf<T> ended = leaf;
    if (ended == null) {
      return;
    }
    inLeaf.drain((key, count) -> counts.merge(ended.value(key), count, Integer::sum));
    leaf = null;
  }

  void addAll(Tally<T> other) {
    other.counts.forEach((value, count) -> counts.merge(value, count, Integer::sum));
  }

  Map<T, Integer> counts() {
    return counts;
  }
}
