package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/** Estimates for a walk through a graph, and remembers the best of what it met. Not thread-safe. */
final class MetDocs implements RandomVectorScorer {
  private final ShortCodeScorer codes;
  private final @Nullable Bits accepted;
  private final BestDocs best;
  private final int base;

  /**
   * Estimates by codes.
   *
   * @param accepted the nodes that may be remembered; null for all
   * @param base what is added to the numbers of documents
   */
  MetDocs(ShortCodeScorer codes, @Nullable Bits accepted, BestDocs best, int base) {
    this.codes = codes;
    this.accepted = accepted;
    this.best = best;
    this.base = base;
  }

  @Override
  public float score(int node) throws IOException {
    return codes.score(node);
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    float greatest = codes.bulkScore(nodes, estimates, count);
    if (best.wants(greatest)) {
      for (int i = 0; i < count; i++) {
        if (best.wants(estimates[i]) && (accepted == null || accepted.get(nodes[i]))) {
          best.add(base + codes.ordToDoc(nodes[i]), estimates[i]);
        }
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
