package io.lumiere.query.order;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a query found. Nobody writes to it, so threads may share it.
 *
 * @param docs their numbers
 * @param scores one for each; null where they were not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
public record FoundDocs(int[] docs, float @Nullable [] scores) {
  /** What a query finds that needs no rewriting any more, in the order of the index. */
  public static FoundDocs of(IndexSearcher searcher, Query query, boolean scored)
      throws IOException {
    int most = searcher.count(query);
    Gatherer gatherer = new Gatherer(new int[most], scored ? new float[most] : null);
    ScoreMode mode = scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    Weight weight = searcher.createWeight(query, mode, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      BulkScorer scorer = weight.bulkScorer(leaf);
      if (scorer != null) {
        gatherer.docBase = leaf.docBase;
        scorer.score(gatherer, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
      }
    }
    return gatherer.found();
  }

  /**
   * Some of them.
   *
   * @param places where they stand, in the order in which they are wanted
   */
  public FoundDocs at(int[] places) {
    int[] docsThere = new int[places.length];
    float[] scoresThere = scores == null ? null : new float[places.length];
    for (int i = 0; i < places.length; i++) {
      docsThere[i] = docs[places[i]];
      if (scores != null && scoresThere != null) {
        scoresThere[i] = scores[places[i]];
      }
    }
    return new FoundDocs(docsThere, scoresThere);
  }

  private static final class Gatherer implements LeafCollector {
    private final int[] docs;
    private final float @Nullable [] scores;
    private int docBase;
    private int size;
    private @Nullable Scorable scorer;

    Gatherer(int[] docs, float @Nullable [] scores) {
      this.docs = docs;
      this.scores = scores;
    }

    @Override
    public void setScorer(Scorable newScorer) {
      this.scorer = newScorer;
    }

    @Override
    public void collect(int doc) throws IOException {
      if (scores != null && scorer != null) {
        scores[size] = scorer.score();
      }
      docs[size++] = docBase + doc;
    }

    FoundDocs found() {
      return size == docs.length
          ? new FoundDocs(docs, scores)
          : new FoundDocs(
              Arrays.copyOf(docs, size), scores == null ? null : Arrays.copyOf(scores, size));
    }
  }
}
