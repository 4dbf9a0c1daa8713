package io.lumiere.query.hybrid;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;

/** Goes through those of a query's hits that are in one segment. Not thread-safe. */
final class FusedScorer extends Scorer {
  private final FusedHits hits;
  private final int from;
  private final int to;
  private final int docBase;
  private final float boost;
  private final float maxScore;
  private int at;

  FusedScorer(FusedHits hits, int from, int to, int docBase, float boost) {
    this.hits = hits;
    this.from = from;
    this.to = to;
    this.docBase = docBase;
    this.boost = boost;
    this.at = from - 1;
    float max = 0;
    for (int i = from; i < to; i++) {
      max = Math.max(max, hits.scores()[i]);
    }
    this.maxScore = boost * max;
  }

  @Override
  public int docID() {
    if (at < from) {
      return -1;
    }
    return at < to ? hits.docs()[at] - docBase : DocIdSetIterator.NO_MORE_DOCS;
  }

  @Override
  public float score() {
    return boost * hits.scores()[at];
  }

  @Override
  public float getMaxScore(int upTo) {
    return maxScore;
  }

  @Override
  public DocIdSetIterator iterator() {
    return new DocIdSetIterator() {
      @Override
      public int docID() {
        return FusedScorer.this.docID();
      }

      @Override
      public int nextDoc() {
        at++;
        return docID();
      }

      @Override
      public int advance(int target) {
        at =
            target == NO_MORE_DOCS
                ? to
                : Math.max(at + 1, Math.min(to, hits.indexFrom(docBase + target)));
        return docID();
      }

      @Override
      public long cost() {
        return (long) to - from;
      }
    };
  }
}
