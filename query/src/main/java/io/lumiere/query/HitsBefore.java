package io.lumiere.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Counts the hits that come before one, which may be of another directory. None of them is kept:
 * there may be millions.
 *
 * @param sort the order of the hits
 * @param hit the keys that it is sorted by
 */
record HitsBefore(Sort sort, FieldDoc hit) implements CollectorManager<HitsBefore.Count, Integer> {
  @Override
  public Count newCollector() {
    return new Count(sort, hit);
  }

  @Override
  public Integer reduce(Collection<Count> counts) {
    return counts.stream().mapToInt(count -> count.before).sum();
  }

  /** Those of some segments. */
  static final class Count extends SimpleCollector {
    private final Sort sort;
    private final List<FieldComparator<?>> comparators = new ArrayList<>();
    private final LeafFieldComparator[] ofLeaf;
    private final int[] directions;
    private int before;

    private Count(Sort sort, FieldDoc hit) {
      SortField[] fields = sort.getSort();
      this.sort = sort;
      this.ofLeaf = new LeafFieldComparator[fields.length];
      this.directions = new int[fields.length];
      for (int i = 0; i < fields.length; i++) {
        FieldComparator<?> comparator = fields[i].getComparator(1, Pruning.NONE);
        compareWith(comparator, hit.fields[i]);
        comparators.add(comparator);
        directions[i] = fields[i].getReverse() ? -1 : 1;
      }
    }

    @SuppressWarnings("unchecked") // The key is what such a comparator gave.
    private static <T> void compareWith(FieldComparator<T> comparator, @Nullable Object key) {
      comparator.setTopValue((T) key);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      for (int i = 0; i < ofLeaf.length; i++) {
        ofLeaf[i] = comparators.get(i).getLeafComparator(leaf);
      }
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      for (LeafFieldComparator comparator : ofLeaf) {
        comparator.setScorer(scorer);
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      for (int i = 0; i < ofLeaf.length; i++) {
        int order = directions[i] * ofLeaf[i].compareTop(doc);
        if (order != 0) {
          before += order > 0 ? 1 : 0;
          return;
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return sort.needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
