package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all documents of a segment in the order in which their codes lie in memory. Most are out
 * of the question by their signs alone, which are half of the codes; the others are estimated by
 * both bits. How far off estimates by signs are is measured on the first documents. Not
 * thread-safe.
 */
final class ShortCodeScan {
  /** How many documents are estimated both ways, to see how far off the signs are. */
  private static final int SAMPLE = 256;

  /**
   * How much worse than the worst that is kept an estimate by signs may be, in standard deviations
   * of its error. So many are kept that the best of them are far above the worst. Of a million
   * vectors like CLIP's, with 3,000 kept, a quarter loses one of 600 of the ten nearest to a text
   * and one of 300 of the hundred that are found without signs; none at all loses one of 300 and
   * one of 90, and takes as long; one half loses none of the ten and takes a tenth more time.
   */
  private static final float DEVIATIONS = .25f;

  /** How many documents are estimated by both bits at once. */
  private static final int BATCH = 32;

  private final ShortCodeScorer scorer;
  private final SignScorer bySigns;
  private final BestDocs best;
  private final @Nullable Bits accepted;
  private final int base;

  private final float[] block = new float[ShortCodesLayout.BLOCK];
  private final int[] nodes = new int[BATCH];
  private final int[] docs = new int[BATCH];
  private final float[] guesses = new float[BATCH];
  private final float[] estimates = new float[BATCH];
  private int size;

  /** How much worse an estimate by signs may be; no limit until that is known. */
  private float margin = Float.POSITIVE_INFINITY;

  private int sampled;
  private double squares;

  /**
   * A scan.
   *
   * @param accepted which documents are looked for; null for all
   * @param base what is added to their numbers
   */
  ShortCodeScan(ShortCodeScorer scorer, BestDocs best, @Nullable Bits accepted, int base) {
    this.scorer = scorer;
    this.bySigns = scorer.bySigns();
    this.best = best;
    this.accepted = accepted;
    this.base = base;
  }

  /** Takes all documents into account. */
  void run(int count) throws IOException {
    for (int first = 0; first < count; first += ShortCodesLayout.BLOCK) {
      int documents = Math.min(ShortCodesLayout.BLOCK, count - first);
      bySigns.estimateBlock(first, documents, block);
      float enough = best.least() - margin;
      if (below(enough, documents) < documents) {
        addWanted(first, documents);
      }
    }
    estimate();
  }

  /** How many of a block are. Counted without a branch, it becomes vector instructions. */
  private int below(float least, int documents) {
    int below = 0;
    for (int i = 0; i < documents; i++) {
      below += block[i] < least ? 1 : 0;
    }
    return below;
  }

  private void addWanted(int first, int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      if (best.wants(block[i] + margin)) {
        add(first + i, block[i]);
      }
    }
  }

  private void add(int node, float guess) throws IOException {
    int doc = scorer.ordToDoc(node);
    if (accepted != null && !accepted.get(doc)) {
      return;
    }
    nodes[size] = node;
    docs[size] = doc;
    guesses[size++] = guess;
    if (size == BATCH) {
      estimate();
    }
  }

  private void estimate() throws IOException {
    scorer.estimate(nodes, estimates, size);
    for (int i = 0; i < size; i++) {
      best.add(base + docs[i], estimates[i]);
    }
    if (sampled < SAMPLE) {
      measureErrors();
    }
    size = 0;
  }

  private void measureErrors() {
    for (int i = 0; i < size; i++) {
      double error = estimates[i] - guesses[i];
      squares += error * error;
    }
    sampled += size;
    if (sampled >= SAMPLE) {
      margin = DEVIATIONS * (float) Math.sqrt(squares / sampled);
    }
  }
}
