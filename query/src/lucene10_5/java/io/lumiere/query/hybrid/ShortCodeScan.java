package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first words of all codes of a segment in the order in which they lie in memory. Not
 * thread-safe.
 */
final class ShortCodeScan {
  /** A sample is a few nodes, again and again after so many: those of a place may be alike. */
  private static final int SAMPLED = 16;

  private static final int BLOCKS_APART = SAMPLED * LeafSearch.SAMPLED_OF / ShortCodesLayout.BLOCK;

  private final BlockProducts products;
  private final KnnVectorValues nodes;
  private final BestDocs best;
  private final @Nullable Bits accepted;
  private final int base;
  private final float[] estimates = new float[ShortCodesLayout.BLOCK];

  /**
   * A scan.
   *
   * @param nodes what documents they are
   * @param best takes nodes, in place of documents
   * @param accepted which documents are looked for; null for all
   * @param base what is added to the numbers of nodes
   */
  ShortCodeScan(
      BlockProducts products,
      KnnVectorValues nodes,
      BestDocs best,
      @Nullable Bits accepted,
      int base) {
    this.products = products;
    this.nodes = nodes;
    this.best = best;
    this.accepted = accepted;
    this.base = base;
  }

  /** Takes all that are accepted from one block up to another into account. */
  void all(int from, int to, int count) throws IOException {
    for (int block = from; block < to; block++) {
      add(block, ShortCodesLayout.BLOCK, count);
    }
  }

  /** Takes one of {@link LeafSearch#SAMPLED_OF} into account. */
  void sample(int count) throws IOException {
    for (int block = 0; block * (long) ShortCodesLayout.BLOCK < count; block += BLOCKS_APART) {
      add(block, SAMPLED, count);
    }
  }

  private void add(int block, int most, int count) throws IOException {
    int first = block * ShortCodesLayout.BLOCK;
    int size = Math.min(most, count - first);
    products.of(block, size, estimates);
    if (below(estimates, best.least(), size) < size) {
      addWanted(first, size);
    }
  }

  /** How many of them are. Counted without a branch, it becomes vector instructions. */
  private static int below(float[] estimates, float least, int size) {
    int below = 0;
    for (int i = 0; i < size; i++) {
      below += estimates[i] < least ? 1 : 0;
    }
    return below;
  }

  private void addWanted(int first, int size) {
    for (int i = 0; i < size; i++) {
      if (best.wants(estimates[i])
          && (accepted == null || accepted.get(nodes.ordToDoc(first + i)))) {
        best.add(base + first + i, estimates[i]);
      }
    }
  }
}
