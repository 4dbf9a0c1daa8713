package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodeAxes;
import io.lumiere.schema.store.ShortCodeWords;
import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Estimates dot products with a vector by {@link ShortCodes}: the product with the mean of all
 * vectors, and that with a document's code, or with the first half of it. Not thread-safe.
 */
final class ShortCodeScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
  private final ShortCodesLayout layout;
  private final int words;
  private final IndexInput firsts;
  private final IndexInput rests;
  private final WordProducts byFirsts;
  private final WordProducts byRests;
  private final float ofMean;
  private final int[] node = new int[1];
  private final float[] estimate = new float[1];

  private ShortCodeScorer(ShortCodes codes, float[] vector) {
    super(codes.vectors());
    this.layout = codes.codes().layout();
    this.words = layout.words();
    this.firsts = codes.codes().firsts().clone();
    this.rests = codes.codes().rests().clone();
    ShortCodeAxes axes = codes.codes().axes();
    ShortCodeWords all = codes.codes().words();
    CoarseVector[] coarse = coarse(axes.coordinates(vector));
    this.byFirsts = new WordProducts(coarse, all, 0, words, .5f);
    this.byRests = new WordProducts(coarse, all, words, 2 * words, .5f);
    this.ofMean = score(VectorUtil.dotProduct(vector, axes.mean()));
  }

  private static CoarseVector[] coarse(float[] coordinates) {
    CoarseVector[] coarse = new CoarseVector[coordinates.length / ShortCodeAxes.GROUP];
    for (int group = 0; group < coarse.length; group++) {
      int from = group * ShortCodeAxes.GROUP;
      coarse[group] =
          new CoarseVector(Arrays.copyOfRange(coordinates, from, from + ShortCodeAxes.GROUP));
    }
    return coarse;
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
   * Estimates by the first halves of codes for a walk through the graph, and adds to {@code met}
   * the best that it meets.
   *
   * @param met takes nodes, in place of documents
   * @param accepted the nodes that may be added; null for all
   * @param base what is added to the numbers of nodes
   */
  RandomVectorScorer remembering(BestDocs met, @Nullable Bits accepted, int base) {
    return new MetDocs(this, accepted, met, base);
  }

  /**
   * Takes the first halves of all of a leaf that are accepted into account; see {@link
   * ShortCodeScan}.
   */
  void scan(BestDocs best, AcceptedLeaf leaf, int base) throws IOException {
    new ShortCodeScan(this, best, leaf.docs().bits(), base)
        .all(leaf.begin(0, layout.count()), leaf.begin(1, layout.count()));
  }

  /** The same for a sample of them, one of {@link LeafSearch#SAMPLED_OF}. */
  void sample(BestDocs best, @Nullable Bits accepted) throws IOException {
    new ShortCodeScan(this, best, accepted, 0).sample(layout.count());
  }

  /**
   * Estimates nodes that follow one another by the first halves of their codes, at most {@link
   * WordProducts#MOST}.
   */
  void firsts(int first, int count, float[] estimates) throws IOException {
    firsts.seek(layout.row(first));
    firsts.readLongs(byFirsts.rows, 0, count * words);
    Arrays.fill(estimates, 0, count, ofMean);
    byFirsts.addTo(estimates, 0, count);
  }

  /** The same for any nodes. */
  void firsts(int[] nodes, float[] estimates, int count) throws IOException {
    Arrays.fill(estimates, 0, count, ofMean);
    add(firsts, byFirsts, nodes, estimates, count);
  }

  /** Adds to estimates by the first halves of codes what the other halves say. */
  void refine(int[] nodes, float[] estimates, int count) throws IOException {
    add(rests, byRests, nodes, estimates, count);
  }

  private void add(
      IndexInput halves, WordProducts products, int[] nodes, float[] estimates, int count)
      throws IOException {
    for (int from = 0; from < count; from += WordProducts.MOST) {
      int read = Math.min(WordProducts.MOST, count - from);
      for (int i = 0; i < read; i++) {
        halves.seek(layout.row(nodes[from + i]));
        halves.readLongs(products.rows, i * words, words);
      }
      products.addTo(estimates, from, read);
    }
  }

  @Override
  public float score(int ordinal) throws IOException {
    node[0] = ordinal;
    bulkScore(node, estimate, 1);
    return estimate[0];
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    firsts(nodes, estimates, count);
    refine(nodes, estimates, count);
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
