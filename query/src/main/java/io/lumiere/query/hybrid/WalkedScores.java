package io.lumiere.query.hybrid;

import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.FloatHeap;
import org.jspecify.annotations.Nullable;

/**
 * The scores that a walk through one of several segments meets. It goes on only while they are of
 * use by {@link ShortWalk#least} for all segments so far, or among the few best of this one.
 * Lucene's {@code MultiLeafKnnCollector} asks each segment for as many as all together first, which
 * takes twice as long where there are eight. Not thread-safe.
 */
final class WalkedScores implements GraphSteps.Guide {
  private final ShortWalk walk;
  private final FloatHeap few;
  private final @Nullable Bits accepted;
  private final int base;
  private final int mostLooks;
  private int looks;

  /** Whether it was asked if the walk is worth while. */
  private boolean isAsked;

  private boolean isGivenUp;

  /**
   * The scores of one segment.
   *
   * @param walk the walk through all segments
   * @param mostLooks at how many documents it may look
   * @param accepted which documents pass the filter, or are not deleted
   * @param base what is added to their numbers
   */
  WalkedScores(ShortWalk walk, int mostLooks, @Nullable Bits accepted, int base) {
    this.walk = walk;
    this.mostLooks = mostLooks;
    this.few = new FloatHeap(walk.few());
    this.accepted = accepted;
    this.base = base;
  }

  @Override
  public boolean looked(int nodes) {
    looks += nodes;
    if (!isAsked && looks >= walk.promisingAfter()) {
      isAsked = true;
      isGivenUp = !walk.isPromising();
    }
    isGivenUp |= looks >= mostLooks;
    return !isGivenUp;
  }

  @Override
  public void met(int doc, float score) {
    boolean passes = accepted == null || accepted.get(doc);
    if (passes) {
      walk.met().add(base + doc, score);
    } else if (!walk.isFiltered()) {
      return; // A deleted one, which shows the way as well.
    }
    walk.offer(score, passes);
    few.offer(score);
  }

  @Override
  public float least() {
    return hasEnough() ? Math.min(few.peek(), walk.least()) : Float.NEGATIVE_INFINITY;
  }

  /** At how many documents it looked. */
  int looks() {
    return looks;
  }

  /** Whether it would look at too many, or the query is far from all. */
  boolean isGivenUp() {
    return isGivenUp;
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
}
