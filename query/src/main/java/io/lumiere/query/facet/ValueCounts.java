package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.DocSetQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many of a query's hits have each value of some sources. In each segment, hits are counted
 * source by source, so that each column is read in a short loop of its own. Not thread-safe.
 */
final class ValueCounts {
  private final Map<ValueSource<?>, Map<?, Integer>> counts = new LinkedHashMap<>();
  private final int hits;

  private ValueCounts(int hits) {
    this.hits = hits;
  }

  /** Counts the hits of a query. */
  static ValueCounts of(IndexSearcher searcher, Query query, Set<ValueSource<?>> sources)
      throws IOException {
    DocSetQuery hits = DocSetQuery.matching(searcher, query);
    ValueCounts counts = new ValueCounts(hits.size());
    sources.forEach(source -> counts.counts.put(source, new HashMap<>()));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet bits = hits.in(leaf);
      if (bits != null) {
        SegmentHits inLeaf = SegmentHits.of(bits);
        for (ValueSource<?> source : sources) {
          counts.add(leaf, source, inLeaf);
        }
      }
    }
    return counts;
  }

  private <T> void add(LeafReaderContext leaf, ValueSource<T> source, SegmentHits inLeaf)
      throws IOException {
    SegmentValues.of(leaf.reader(), source).count(leaf.reader(), inLeaf, counts(source));
  }

  int hits() {
    return hits;
  }

  /** How many hits have each value of a source. */
  @SuppressWarnings("unchecked") // Each was made for its source.
  <T> Map<T, Integer> counts(ValueSource<T> source) {
    Map<?, Integer> found = counts.get(source);
    if (found == null) {
      throw new IllegalArgumentException(source + " was not counted");
    }
    return (Map<T, Integer>) found;
  }
}
