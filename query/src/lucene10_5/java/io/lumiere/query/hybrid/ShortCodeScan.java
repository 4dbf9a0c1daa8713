package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first halves of all codes of a segment in the order in which they lie in memory. Not
 * thread-safe.
 */
final class ShortCodeScan {
  /** A sample is a few nodes, again and again after so many: those of a place may be alike. */
  private static final int SAMPLED = 16;

  private final ShortCodeScorer scorer;
  private final BestDocs best;
  private final @Nullable Bits accepted;
  private final int base;
  private final float[] estimates = new float[WordProducts.MOST];

  /**
   * A scan.
   *
   * @param best takes nodes, in place of documents
   * @param accepted which documents are looked for; null for all
   * @param base what is added to the numbers of nodes
   */
  ShortCodeScan(ShortCodeScorer scorer, BestDocs best, @Nullable Bits accepted, int base) {
    this.scorer = scorer;
    this.best = best;
    this.accepted = accepted;
    this.base = base;
  }

  /** Takes all that are accepted from one node up to another into account. */
  void all(int from, int to) throws IOException {
    run(from, to, estimates.length, estimates.length);
  }

  /** Takes one of {@link LeafSearch#SAMPLED_OF} into account. */
  void sample(int count) throws IOException {
    run(0, count, SAMPLED, SAMPLED * LeafSearch.SAMPLED_OF);
  }

  private void run(int from, int to, int batch, int apart) throws IOException {
    for (int first = from; first < to; first += apart) {
      int nodes = Math.min(batch, to - first);
      scorer.firsts(first, nodes, estimates);
      if (below(best.least(), nodes) < nodes) {
        addWanted(first, nodes);
      }
    }
  }

  /** How many of them are. Counted without a branch, it becomes vector instructions. */
  private int below(float least, int nodes) {
    int below = 0;
    for (int i = 0; i < nodes; i++) {
      below += estimates[i] < least ? 1 : 0;
    }
    return below;
  }

  private void addWanted(int first, int nodes) {
    for (int i = 0; i < nodes; i++) {
      if (best.wants(estimates[i])
          && (accepted == null || accepted.get(scorer.ordToDoc(first + i)))) {
        best.add(base + first + i, estimates[i]);
      }
    }
  }
}
