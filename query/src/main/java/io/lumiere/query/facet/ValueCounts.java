package io.lumiere.query.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts the values of some sources over the hits of a query, in one pass. Thread-safe. */
final class ValueCounts implements CollectorManager<ValueCounts.Counting, ValueCounts.Counting> {
  private final List<? extends ValueSource<?>> sources;

  ValueCounts(List<? extends ValueSource<?>> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public Counting newCollector() {
    List<Tally<?>> tallies = new ArrayList<>();
    sources.forEach(source -> tallies.add(new Tally<>(source)));
    return new Counting(tallies);
  }

  @Override
  public Counting reduce(Collection<Counting> parts) {
    Counting all = newCollector();
    parts.forEach(all::addAll);
    return all;
  }

  /** Counts over some segments; each source has a tally, in their order. Not thread-safe. */
  static final class Counting implements Collector {
    private final List<Tally<?>> tallies;
    private int hits;

    Counting(List<Tally<?>> tallies) {
      this.tallies = tallies;
    }

    int hits() {
      return hits;
    }

    /** What was counted of the source with this number; {@code T} is the source's. */
    @SuppressWarnings("unchecked") // The caller made the source.
    <T> Tally<T> tally(int source) {
      return (Tally<T>) tallies.get(source);
    }

    private void addAll(Counting other) {
      hits += other.hits;
      for (int i = 0; i < tallies.size(); i++) {
        this.<Object>tally(i).addAll(other.tally(i));
      }
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      for (Tally<?> tally : tallies) {
        tally.open(context.reader());
      }
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
          hits++;
          for (Tally<?> tally : tallies) {
            tally.count(doc);
          }
        }

        @Override
        public void finish() throws IOException {
          for (Tally<?> tally : tallies) {
            tally.close();
          }
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  /** Counts the values of one source, segment after segment. Not thread-safe. */
  static final class Tally<T> {
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
}
