package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Estimates dot products with a vector by {@link ShortCodes}: the product with the mean of all
 * vectors, and that with a document's code, or with the first words of it. Not thread-safe.
 */
final class ShortCodeScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
  private final ShortCodesLayout layout;
  private final BlockProducts byBlocks;
  private final RowProducts byRows;
  private final int[] node = new int[1];
  private final float[] estimate = new float[1];

  private ShortCodeScorer(ShortCodes codes, float[] vector) throws IOException {
    super(codes.vectors());
    this.layout = codes.codes().layout();
    float[] coordinates = codes.codes().axes().coordinates(vector);
    QueryWords query = QueryWords.of(coordinates, codes.codes().words(), .5f);
    float ofMean = score(VectorUtil.dotProduct(vector, codes.codes().axes().mean()));
    this.byBlocks = new BlockProducts(layout, codes.codes().firsts().clone(), query, ofMean);
    this.byRows = new RowProducts(layout, codes.codes().rows().clone(), query, ofMean);
  }

  /**
   * A scorer.
   *
   * @return null where the codes are not for such a comparison
   */
  static @Nullable ShortCodeScorer of(
      @Nullable ShortCodes codes, VectorSimilarityFunction similarity, float[] vector)
      throws IOException {
    return codes != null
            && similarity == VectorSimilarityFunction.DOT_PRODUCT
            && codes.codes().layout().dimension() == vector.length
        ? new ShortCodeScorer(codes, vector)
        : null;
  }

  /**
   * Takes the first words of all of a leaf that are accepted into account; see {@link
   * ShortCodeScan}.
   */
  void scan(BestDocs best, AcceptedLeaf leaf, int base) throws IOException {
    new ShortCodeScan(byBlocks, values(), best, leaf.docs().bits(), base)
        .all(leaf.begin(0, layout.blocks()), leaf.begin(1, layout.blocks()), layout.count());
  }

  /** The same for a sample of them, one of {@link LeafSearch#SAMPLED_OF}. */
  void sample(BestDocs best, @Nullable Bits accepted) throws IOException {
    new ShortCodeScan(byBlocks, values(), best, accepted, 0).sample(layout.count());
  }

  /** Estimates by the first words of codes, those of a block's first vectors. */
  void block(int block, int count, float[] estimates) throws IOException {
    byBlocks.of(block, count, estimates);
  }

  /** Estimates by whole codes. */
  void wholes(int[] nodes, float[] estimates, int count) throws IOException {
    byRows.of(nodes, count, estimates);
  }

  @Override
  public float score(int ordinal) throws IOException {
    node[0] = ordinal;
    wholes(node, estimate, 1);
    return estimate[0];
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    wholes(nodes, estimates, count);
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, estimates[i]);
    }
    return most;
  }

  /** What Lucene makes of a dot product. */
  static float score(float product) {
    return (1 + product) / 2;
  }
}
