package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OrdinalTranslatedKnnCollector;
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
      HnswGraphSearcher.search(
          codes,
          new OrdinalTranslatedKnnCollector(collector, codes::ordToDoc),
          graph,
          codes.getAcceptOrds(leaf.docs().bits()),
          Math.min(leaf.count(), graph.size()));
    }
    TopDocs top = collector.topDocs();
    return collector.earlyTerminated() || top.scoreDocs.length < candidates
        ? all(candidates)
        : Ranked.of(top.scoreDocs);
  }

  /**
   * A part of a walk through all segments. All accepted documents that it looks at are taken into
   * account by their estimates, not only candidates: that of a near document may be a poor one.
   *
   * @param base what is added to their numbers
   * @param most how many it may look at
   * @return how many it looked at, or how many looks take as long; {@link #NO_WAY} where these were
   *     too many, or it lost its way
   */
  int through(ShortWalk walk, int base, int most) throws IOException {
    if (leaf.count() <= walk.candidates()) {
      search.addEach(walk.met(), base);
      return leaf.count();
    }
    int looks = NearestEffort.looks(leaf.count());
    if (codes != null && walk.isLongerThan(looks)) {
      search.addEach(walk.met(), base);
      return looks;
    }
    HnswGraph graph = codes == null ? null : graph(); // Lucene makes none of some hundreds.
    if (codes == null || graph == null || graph.size() == 0) {
      return NO_WAY;
    }
    // What does not pass a filter is looked at, too, and may be more.
    int limit = walk.isFiltered() ? most : Math.min(leaf.count() + 1, most);
    WalkedScores scores = new WalkedScores(walk, limit, leaf.docs().bits(), base);
    boolean isIsland = new GraphSteps(graph, codes, scores).go();
    boolean isThrough =
        !scores.isGivenUp() && scores.hasEnough() && !scores.areCopies() && !isIsland;
    return isThrough ? scores.looks() : NO_WAY;
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
