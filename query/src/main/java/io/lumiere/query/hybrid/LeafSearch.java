package io.lumiere.query.hybrid;

import io.lumiere.query.internal.lucene.VectorScores;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SparseFixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OrdinalTranslatedKnnCollector;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find the nearest documents of one segment. Documents are numbered as in the segment.
 * Not thread-safe.
 */
final class LeafSearch {
  // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
  private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

  /** How many documents are estimated at once. */
  private static final int BATCH = 32;

  /** What a walk gives that does not find through. */
  static final int NO_WAY = -1;

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
      BestDocs firsts = new BestDocs(NearestEffort.firsts(best.most(), leaf.count()));
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
      addFirstsOf(codes, leaf.docs().iterator(), firsts, base);
    }
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
    compare(new BitSetIterator(bits, to - from), best, base);
  }

  private static int place(int[] docs, int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
  }

  /**
   * Nearly the nearest, by a walk through the graph that keeps so many candidates. Scores are
   * estimates where there are codes.
   */
  Ranked walked(int candidates) throws IOException {
    if (leaf.count() <= candidates) {
      return all(candidates);
    }
    // A walk that visits more documents than pass takes longer than comparing those.
    TopKnnCollector collector = new TopKnnCollector(candidates, leaf.count() + 1, PLAIN_HNSW);
    HnswGraph graph = codes == null ? null : graph();
    if (codes == null || graph == null) {
      leaf.context().reader().searchNearestVectors(field, vector, collector, leaf.docs());
    } else if (graph.size() > 0) {
      walk(codes, collector, graph, leaf.docs().bits());
    }
    TopDocs top = collector.topDocs();
    return collector.earlyTerminated() || top.scoreDocs.length < candidates
        ? all(candidates)
        : Ranked.of(top.scoreDocs);
  }

  /**
   * A part of a walk through all segments. All accepted documents that it looks at are taken into
   * account as {@link #addFirsts} does, not only candidates: the estimate of a near document may be
   * a poor one.
   *
   * @param base what is added to their numbers
   * @param most how many it may look at
   * @return how many it looked at, or how many looks take as long; {@link #NO_WAY} where these were
   *     too many, or it lost its way
   */
  int walk(ShortWalk walk, int base, int most) throws IOException {
    if (leaf.count() <= walk.candidates()) {
      addFirsts(walk.met(), base);
      return leaf.count();
    }
    HnswGraph graph = codes == null ? null : graph();
    if (codes == null || graph == null || graph.size() == 0) {
      return NO_WAY;
    }
    int looks = NearestEffort.looks(leaf.count());
    if (walk.isLongerThan(looks)) {
      addFirstsOf(codes, leaf.docs().iterator(), walk.met(), base);
      return looks;
    }
    Bits accepted = leaf.docs().bits();
    // What does not pass a filter is looked at, too, and may be more.
    int limit = walk.isFiltered() ? most : Math.min(leaf.count() + 1, most);
    WalkedScores scores = walk.scores(limit, PLAIN_HNSW, accepted);
    RandomVectorScorer codesMet =
        codes.remembering(walk.met(), codes.getAcceptOrds(accepted), base);
    walk(codesMet, scores, graph, walk.isFiltered() ? null : accepted);
    boolean isThrough = !scores.earlyTerminated() && scores.hasEnough() && !scores.areCopies();
    return isThrough ? (int) scores.visitedCount() : NO_WAY;
  }

  private void walk(
      RandomVectorScorer scorer, KnnCollector collector, HnswGraph graph, @Nullable Bits accepted)
      throws IOException {
    HnswGraphSearcher.search(
        scorer,
        new OrdinalTranslatedKnnCollector(collector, scorer::ordToDoc),
        graph,
        scorer.getAcceptOrds(accepted),
        Math.min(leaf.count(), graph.size()));
  }

  private Ranked all(int most) throws IOException {
    BestDocs best = new BestDocs(most);
    addAll(best, 0);
    return best.ranked();
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

  private static void addFirstsOf(
      ShortCodeScorer codes, DocIdSetIterator docs, BestDocs firsts, int base) throws IOException {
    KnnVectorValues.DocIndexIterator vectors = codes.values().iterator();
    int[] nodes = new int[BATCH];
    float[] estimates = new float[BATCH];
    int size = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (vectors.docID() < doc) {
        vectors.advance(doc);
      }
      if (vectors.docID() == doc) {
        nodes[size++] = vectors.index();
      }
      if (size == BATCH) {
        addFirsts(codes, nodes, estimates, size, firsts, base);
        size = 0;
      }
    }
    addFirsts(codes, nodes, estimates, size, firsts, base);
  }

  private static void addFirsts(
      ShortCodeScorer codes, int[] nodes, float[] estimates, int size, BestDocs firsts, int base)
      throws IOException {
    codes.wholes(nodes, estimates, size);
    for (int i = 0; i < size; i++) {
      firsts.add(base + nodes[i], estimates[i]);
    }
  }

  /** The segment's graph; null where it cannot be had. */
  private @Nullable HnswGraph graph() throws IOException {
    KnnVectorsReader reader =
        FilterLeafReader.unwrap(leaf.context().reader()) instanceof SegmentReader segment
            ? segment.getVectorReader()
            : null;
    KnnVectorsReader ofField =
        reader instanceof PerFieldKnnVectorsFormat.FieldsReader fields
            ? fields.getFieldReader(field)
            : reader;
    return ofField instanceof HnswGraphProvider graphs ? graphs.getGraph(field) : null;
  }
}
