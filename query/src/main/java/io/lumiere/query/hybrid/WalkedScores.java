package io.lumiere.query.hybrid;

import org.apache.lucene.search.AbstractKnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.hnsw.FloatHeap;

/**
 * The scores that a walk through one of several segments meets. It goes on only while they are
 * among the best of all segments so far, or among the few best of this one. Lucene's {@code
 * MultiLeafKnnCollector} asks each segment for as many as all together first, which takes twice as
 * long where there are eight. Not thread-safe.
 */
final class WalkedScores extends AbstractKnnCollector {
  private final FloatHeap best;
  private final int candidates;
  private final FloatHeap few;
  private final int enough;

  /**
   * The scores of one segment.
   *
   * @param visitLimit how many documents the walk may visit
   * @param best the scores of all segments so far
   * @param candidates how many these are, at most
   * @param enough how many of this segment it goes on for
   */
  WalkedScores(
      int visitLimit, KnnSearchStrategy strategy, FloatHeap best, int candidates, int enough) {
    super(candidates, visitLimit, strategy);
    this.best = best;
    this.candidates = candidates;
    this.few = new FloatHeap(enough);
    this.enough = enough;
  }

  @Override
  public boolean collect(int doc, float score) {
    boolean isAmongBest = best.offer(score);
    return few.offer(score) || isAmongBest;
  }

  @Override
  public float minCompetitiveSimilarity() {
    return hasEnough() && best.size() == candidates
        ? Math.min(few.peek(), best.peek())
        : Float.NEGATIVE_INFINITY;
  }

  /** Whether it met as many as it goes on for. */
  boolean hasEnough() {
    return few.size() == enough;
  }

  /**
   * Whether the best that it met all score the same: the links of many copies of a picture lead to
   * each other only, so a walk may not have found its way out of them.
   */
  boolean areCopies() {
    float least = few.peek();
    for (float score : few.getHeap()) {
      if (score > least) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int numCollected() {
    return few.size();
  }

  /** Which documents have the scores, {@link ShortCodeScorer#remembering} says. */
  @Override
  public TopDocs topDocs() {
    return new TopDocs(
        new TotalHits(visitedCount(), TotalHits.Relation.GREATER_THAN_OR_EQUAL_TO),
        new ScoreDoc[0]);
  }
}
