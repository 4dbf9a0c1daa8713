package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Estimates dot products with a vector by {@link ShortCodes}: the product with the mean of all
 * vectors, and that with a document's code. Not thread-safe.
 */
final class ShortCodeScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
  /** How many documents are read before the first is estimated. */
  private static final int DOCUMENTS = 32;

  private final ShortCodesLayout layout;
  private final int words;
  private final IndexInput signs;
  private final IndexInput rests;

  /** The signs of each document and what is left of its code. */
  private final BitProducts bits;

  private final int[] products = new int[2 * DOCUMENTS];

  private final float[] scales = new float[DOCUMENTS];
  private final SignScorer bySigns;
  private final float ofMean;
  private final float step;
  private final int sum;

  private ShortCodeScorer(ShortCodes codes, float[] vector) {
    super(codes.vectors());
    this.layout = codes.codes().layout();
    this.words = layout.words();
    this.signs = codes.codes().signs().clone();
    this.rests = codes.codes().rests().clone();
    CoarseVector coarse = new CoarseVector(vector);
    this.bits = new BitProducts(coarse, Math.max(2 * DOCUMENTS, ShortCodesLayout.BLOCK));
    this.ofMean = VectorUtil.dotProduct(vector, codes.codes().mean());
    this.step = coarse.step();
    this.sum = coarse.sum();
    this.bySigns = new SignScorer(layout, signs, bits, ofMean, step, sum);
  }

  /**
   * A scorer.
   *
   * @return null where the codes are not for such a comparison
   */
  static @Nullable ShortCodeScorer of(
      @Nullable ShortCodes codes, VectorSimilarityFunction similarity, float[] vector) {
    return codes != null
            && similarity == VectorSimilarityFunction.DOT_PRODUCT
            && codes.codes().layout().dimension() == vector.length
        ? new ShortCodeScorer(codes, vector)
        : null;
  }

  /**
   * Estimates for a walk through the graph, and adds to {@code met} the best documents that it
   * meets.
   *
   * @param accepted the nodes that may be added; null for all
   * @param base what is added to the numbers of documents
   */
  RandomVectorScorer remembering(BestDocs met, @Nullable Bits accepted, int base) {
    return new MetDocs(this, accepted, met, base);
  }

  /** Takes all documents that are accepted into account; see {@link ShortCodeScan}. */
  void scan(BestDocs best, @Nullable Bits accepted, int base) throws IOException {
    new ShortCodeScan(this, best, accepted, base).run(layout.count());
  }

  /** Estimates by the signs alone, until this one estimates something. */
  SignScorer bySigns() {
    return bySigns;
  }

  @Override
  public float score(int node) throws IOException {
    read(node, 0);
    bits.compute(2, products);
    return estimate(0);
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    return estimate(nodes, estimates, count);
  }

  /** Estimates the first of some nodes, and gives the greatest estimate. */
  float estimate(int[] nodes, float[] estimates, int count) throws IOException {
    float most = Float.NEGATIVE_INFINITY;
    for (int from = 0; from < count; from += DOCUMENTS) {
      int read = Math.min(DOCUMENTS, count - from);
      for (int i = 0; i < read; i++) {
        read(nodes[from + i], i);
      }
      bits.compute(2 * read, products);
      for (int i = 0; i < read; i++) {
        estimates[from + i] = estimate(i);
        most = Math.max(most, estimates[from + i]);
      }
    }
    return most;
  }

  private void read(int node, int place) throws IOException {
    int row = 2 * place * words;
    signs.seek(layout.signs(node));
    signs.readLongs(bits.rows, row, words);
    rests.seek(layout.rest(node));
    rests.readLongs(bits.rows, row + words, words);
    scales[place] = Float.intBitsToFloat(rests.readInt());
  }

  private float estimate(int place) {
    // Components are 2 * (2 * sign + rest) - 3.
    int product = 2 * (2 * products[2 * place] + products[2 * place + 1]) - 3 * sum;
    return score(ofMean + scales[place] * step * product);
  }

  /** What Lucene makes of a dot product. */
  static float score(float product) {
    return (1 + product) / 2;
  }
}
