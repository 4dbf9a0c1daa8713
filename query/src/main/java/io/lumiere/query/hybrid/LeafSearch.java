package io.lumiere.query.hybrid;

import io.lumiere.query.internal.lucene.VectorOrdinals;
import io.lumiere.query.internal.lucene.VectorScores;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.SparseFixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find the nearest documents of one segment by looking at them one after the other;
 * {@link LeafWalk} has those through its graph. Documents are numbered as in the segment. Not
 * thread-safe.
 */
final class LeafSearch {
  /** How many documents are estimated at once. */
  private static final int BATCH = 32;

  /** One of how many is in a sample. */
  static final int SAMPLED_OF = 32;

  private final AcceptedLeaf leaf;
  private final String field;
  private final float[] vector;

  /** Null where there are no codes. */
  private final @Nullable ShortCodeScorer codes;

  private LeafSearch(
      AcceptedLeaf leaf, String field, float[] vector, @Nullable ShortCodeScorer codes) {
    this.leaf = leaf;
    this.field = field;
    this.vector = vector;
    this.codes = codes;
  }

  /** A search that compares the vectors themselves. */
  static LeafSearch exact(AcceptedLeaf leaf, String field, float[] vector) {
    return new LeafSearch(leaf, field, vector, null);
  }

  /** A search that estimates by short codes where the segment has them. */
  static LeafSearch estimating(AcceptedLeaf leaf, String field, float[] vector) throws IOException {
    LeafReader reader = leaf.context().reader();
    ShortCodeScorer codes =
        ShortCodeScorer.of(
            ShortCodes.of(reader, field),
            reader.getFieldInfos().fieldInfo(field).getVectorSimilarityFunction(),
            vector);
    return new LeafSearch(leaf, field, vector, codes);
  }

  /**
   * Takes all that are accepted into account. Scores are estimates where there are codes.
   *
   * @param base what is added to their numbers
   */
  void addAll(BestDocs best, int base) throws IOException {
    if (codes == null) {
      compare(leaf.docs().iterator(), best, base);
    } else {
      BestDocs firsts =
          new BestDocs(NearestEffort.firsts(best.most(), NearestEffort.WINDOW, leaf.count()));
      addFirsts(firsts, 0);
      refine(codes, firsts.inOrder(), best, base);
    }
  }

  /**
   * Takes all that are accepted into account by the first words of their codes, where there are
   * any.
   *
   * @param firsts takes nodes of the graph where there are codes, in place of documents
   * @param base what is added to their numbers
   */
  void addFirsts(BestDocs firsts, int base) throws IOException {
    if (codes == null) {
      compare(leaf.docs().iterator(), firsts, base);
    } else if (isScanned(codes)) {
      // Of those that are not accepted, most are not good enough to be asked about.
      codes.scan(firsts, leaf, base);
    } else {
      addWholes(codes, firsts, node -> base + node);
    }
  }

  /**
   * Takes all that are accepted into account, by their whole codes where there are any.
   *
   * @param base what is added to their numbers
   */
  void addEach(BestDocs best, int base) throws IOException {
    if (codes == null) {
      compare(leaf.docs().iterator(), best, base);
    } else {
      addWholes(codes, best, node -> base + codes.ordToDoc(node));
    }
  }

  private void addWholes(ShortCodeScorer scorer, BestDocs best, IntUnaryOperator number)
      throws IOException {
    float[] estimates = new float[BATCH];
    VectorOrdinals.each(
        scorer.values(),
        leaf.docs().iterator(),
        BATCH,
        (nodes, size) -> {
          scorer.wholes(nodes, estimates, size);
          for (int i = 0; i < size; i++) {
            best.add(number.applyAsInt(nodes[i]), estimates[i]);
          }
        });
  }

  /**
   * Takes one of {@link #SAMPLED_OF} that are accepted into account by the first words of their
   * codes, where that takes little time.
   */
  void addSample(BestDocs sample) throws IOException {
    if (codes != null && isScanned(codes)) {
      codes.sample(sample, leaf.docs().bits());
    }
  }

  private boolean isScanned(ShortCodeScorer scorer) {
    return NearestEffort.isScanned((long) leaf.count() * leaf.parts(), scorer.values().size());
  }

  /** Whether the segment has codes. */
  boolean isCoded() {
    return codes != null;
  }

  /** Whether all codes are looked at in their order, which several threads can do. */
  boolean isScanned() {
    return codes != null && isScanned(codes);
  }

  /**
   * Takes what {@link #addFirsts} kept into account, by whole codes.
   *
   * @param firsts in the order of their numbers; those of other segments are passed over
   */
  void refine(Ranked firsts, BestDocs best) throws IOException {
    int base = leaf.context().docBase;
    int from = place(firsts.docs(), base);
    int to = place(firsts.docs(), base + leaf.context().reader().maxDoc());
    int[] nodes = Arrays.copyOfRange(firsts.docs(), from, to);
    float[] scores = Arrays.copyOfRange(firsts.scores(), from, to);
    if (codes == null) {
      for (int i = 0; i < nodes.length; i++) {
        best.add(nodes[i], scores[i]);
      }
      return;
    }
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] -= base;
    }
    refine(codes, new Ranked(nodes, scores), best, base);
  }

  private static void refine(ShortCodeScorer codes, Ranked firsts, BestDocs best, int base)
      throws IOException {
    int[] nodes = firsts.docs();
    float[] estimates = firsts.scores();
    codes.wholes(nodes, estimates, nodes.length);
    for (int i = 0; i < nodes.length; i++) {
      if (best.wants(estimates[i])) {
        best.add(base + codes.ordToDoc(nodes[i]), estimates[i]);
      }
    }
  }

  /**
   * Takes some documents into account, by the vectors themselves.
   *
   * @param docs by their number in the index, in order; those of other segments are passed over
   */
  void addOf(int[] docs, BestDocs best) throws IOException {
    int base = leaf.context().docBase;
    int maxDoc = leaf.context().reader().maxDoc();
    int from = place(docs, base);
    int to = place(docs, base + maxDoc);
    if (from == to) {
      return;
    }
    SparseFixedBitSet bits = new SparseFixedBitSet(maxDoc);
    for (int i = from; i < to; i++) {
      bits.set(docs[i] - base);
    }
    VectorScores.prefetch(
        leaf.context().reader().getFloatVectorValues(field), new BitSetIterator(bits, to - from));
    compare(new BitSetIterator(bits, to - from), best, base);
  }

  /** Walks through the graph. */
  LeafWalk walking() {
    return new LeafWalk(this, leaf, field, vector, codes);
  }

  private static int place(int[] docs, int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
  }

  /** Compares the vectors of all documents that are accepted. */
  void each(VectorScores.Batch batch) throws IOException {
    each(leaf.docs().iterator(), batch);
  }

  private void compare(DocIdSetIterator docs, BestDocs best, int base) throws IOException {
    each(
        docs,
        (found, scores, size) -> {
          for (int i = 0; i < size; i++) {
            best.add(base + found[i], scores[i]);
          }
        });
  }

  private void each(DocIdSetIterator docs, VectorScores.Batch batch) throws IOException {
    VectorScores.each(leaf.context().reader().getFloatVectorValues(field), vector, docs, batch);
  }
}
