package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OrdinalTranslatedKnnCollector;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/** Walks through the graph of one segment. Not thread-safe. */
final class LeafWalk {
  /** What a walk gives that does not find through. */
  static final int NO_WAY = -1;

  // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
  private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

  private final LeafSearch search;
  private final AcceptedLeaf leaf;
  private final String field;
  private final float[] vector;

  /** Null where there are no codes. */
  private final @Nullable ShortCodeScorer codes;

  /**
   * Walks of a search.
   *
   * @param search takes the documents of the segment into account where no walk is worth while
   */
  LeafWalk(
      LeafSearch search,
      AcceptedLeaf leaf,
      String field,
      float[] vector,
      @Nullable ShortCodeScorer codes) {
    this.search = search;
    this.leaf = leaf;
    this.field = field;
    this.vector = vector;
    this.codes = codes;
  }

  /**
   * Nearly the nearest, by a walk through the graph that keeps so many candidates. Scores are
   * estimates where there are codes.
   */
  Ranked best(int candidates) throws IOException {
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
   * account as {@link LeafSearch#addFirsts} does, not only candidates: the estimate of a near
   * document may be a poor one.
   *
   * @param base what is added to their numbers
   * @param most how many it may look at
   * @return how many it looked at, or how many looks take as long; {@link #NO_WAY} where these were
   *     too many, or it lost its way
   */
  int through(ShortWalk walk, int base, int most) throws IOException {
    if (leaf.count() <= walk.candidates()) {
      search.addFirsts(walk.met(), base);
      return leaf.count();
    }
    HnswGraph graph = codes == null ? null : graph();
    if (codes == null || graph == null || graph.size() == 0) {
      return NO_WAY;
    }
    int looks = NearestEffort.looks(leaf.count());
    if (walk.isLongerThan(looks)) {
      search.addWholes(codes, walk.met(), base);
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
    search.addAll(best, 0);
    return best.ranked();
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
