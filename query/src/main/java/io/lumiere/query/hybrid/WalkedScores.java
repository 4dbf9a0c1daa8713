package io.lumiere.query.hybrid;

import org.apache.lucene.search.AbstractKnnCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/**
 * The scores that a walk through one of several segments meets. It goes on only while they are
 * among the best of all segments so far, or among the few best of this one; with a filter, also
 * while they are among the best that pass. Lucene's {@code MultiLeafKnnCollector} asks each segment
 * for as many as all together first, which takes twice as long where there are eight. Not
 * thread-safe.
 */
final class WalkedScores extends AbstractKnnCollector {
  private final ShortWalk walk;
  private final FloatHeap few;
  private final @Nullable Bits accepted;

  /** Whether it was asked if the walk is worth while. */
  private boolean isAsked;

  /**
   * The scores of one segment.
   *
   * @param visitLimit how many documents the walk may visit
   * @param walk the walk through all segments
   * @param accepted which documents pass the filter
   */
  WalkedScores(
      long visitLimit, KnnSearchStrategy strategy, ShortWalk walk, @Nullable Bits accepted) {
    super(walk.candidates(), visitLimit, strategy);
    this.walk = walk;
    this.few = new FloatHeap(walk.few());
    this.accepted = accepted;
  }

  @Override
  public boolean collect(int doc, float score) {
    boolean isWanted = walk.offer(score, accepted == null || accepted.get(doc));
    if (!isAsked && visitedCount() >= walk.promisingAfter()) {
      isAsked = true;
      if (!walk.isPromising()) {
        endEarly();
      }
    }
    return few.offer(score) || isWanted;
  }

  private void endEarly() {
    incVisitedCount((int) Math.max(0, visitLimit() - visitedCount()));
  }

  @Override
  public float minCompetitiveSimilarity() {
    return hasEnough() ? Math.min(few.peek(), walk.least()) : Float.NEGATIVE_INFINITY;
  }

  /** Whether it met as many as it goes on for. */
  boolean hasEnough() {
    return few.size() == walk.few();
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
