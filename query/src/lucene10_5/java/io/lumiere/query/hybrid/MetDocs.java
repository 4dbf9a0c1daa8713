package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Estimates for a walk through a graph by the first halves of codes, and remembers the best nodes
 * that it met. Not thread-safe.
 */
final class MetDocs implements RandomVectorScorer {
  private final ShortCodeScorer codes;
  private final @Nullable Bits accepted;
  private final BestDocs best;
  private final int base;
  private final int[] one = new int[1];
  private final float[] estimate = new float[1];

  /**
   * Estimates by codes.
   *
   * @param accepted the nodes that may be remembered; null for all
   * @param best takes nodes, in place of documents
   * @param base what is added to the numbers of nodes
   */
  MetDocs(ShortCodeScorer codes, @Nullable Bits accepted, BestDocs best, int base) {
    this.codes = codes;
    this.accepted = accepted;
    this.best = best;
    this.base = base;
  }

  @Override
  public float score(int node) throws IOException {
    one[0] = node;
    return bulkScore(one, estimate, 1);
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    codes.halves(nodes, estimates, count);
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      greatest = Math.max(greatest, estimates[i]);
      if (best.wants(estimates[i]) && (accepted == null || accepted.get(nodes[i]))) {
        best.add(base + nodes[i], estimates[i]);
      }
    }
    return greatest;
  }

  @Override
  public int maxOrd() {
    return codes.maxOrd();
  }

  @Override
  public int ordToDoc(int node) {
    return codes.ordToDoc(node);
  }

  @Override
  public @Nullable Bits getAcceptOrds(@Nullable Bits acceptDocs) {
    return codes.getAcceptOrds(acceptDocs);
  }
}
