package io.lumiere.query.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of some sources over the hits of a query, in one pass. Thread-safe. */
final class TallyManager implements CollectorManager<TallyManager.Counting, TallyManager.Counting> {
  private final List<? extends ValueSource<?>> sources;

  TallyManager(List<? extends ValueSource<?>> sources) {
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
}
