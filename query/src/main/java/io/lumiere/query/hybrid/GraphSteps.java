package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.NeighborQueue;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * A walk through the graph of one segment that goes on from the best nodes that it has met. Unlike
 * Lucene's, it does so from some of them at once, so that the processor waits for the memory of all
 * their neighbours together. Not thread-safe.
 */
final class GraphSteps {
  /** From how many nodes it goes on at once. With more, it looks at many in vain. */
  private static final int AT_ONCE = 2;

  private static final int FIRST_ROOM = 64;

  private final HnswGraph graph;
  private final RandomVectorScorer scorer;
  private final KnnCollector found;
  private final NodeSet met = new NodeSet();
  private final NeighborQueue ahead;

  /** What is looked at next. */
  private int[] nodes = new int[FIRST_ROOM];

  private float[] scores = new float[FIRST_ROOM];
  private int size;

  /**
   * A walk.
   *
   * @param found takes all documents that it meets, and says which scores it goes on for
   */
  GraphSteps(HnswGraph graph, RandomVectorScorer scorer, KnnCollector found) {
    this.graph = graph;
    this.scorer = scorer;
    this.found = found;
    this.ahead = new NeighborQueue(FIRST_ROOM, true);
  }

  /** Goes until no node ahead may lead to one that is wanted. */
  void go() throws IOException {
    int entry = entry();
    met.clear();
    met.add(entry);
    nodes[0] = entry;
    size = 1;
    float least = look(Float.NEGATIVE_INFINITY);
    while (ahead.size() > 0 && ahead.topScore() >= least && !found.earlyTerminated()) {
      for (int i = 0; i < AT_ONCE && ahead.size() > 0 && ahead.topScore() >= least; i++) {
        addNeighbours(0, ahead.pop());
      }
      least = look(least);
    }
  }

  /** The node of the lowest level that the levels above lead to. */
  private int entry() throws IOException {
    int best = graph.entryNode();
    float score = scorer.score(best);
    for (int level = graph.numLevels() - 1; level > 0; level--) {
      int before;
      do {
        before = best;
        addNeighbours(level, best);
        scorer.bulkScore(nodes, scores, size);
        for (int i = 0; i < size; i++) {
          if (scores[i] > score) {
            score = scores[i];
            best = nodes[i];
          }
        }
        found.incVisitedCount(size);
        size = 0;
      } while (best != before && !found.earlyTerminated());
    }
    return best;
  }

  private void addNeighbours(int level, int node) throws IOException {
    graph.seek(level, node);
    for (int next = graph.nextNeighbor();
        next != DocIdSetIterator.NO_MORE_DOCS;
        next = graph.nextNeighbor()) {
      if (met.add(next)) {
        if (size == nodes.length) {
          nodes = ArrayUtil.grow(nodes);
          scores = new float[nodes.length];
        }
        nodes[size++] = next;
      }
    }
  }

  /**
   * Looks at what was met.
   *
   * @param before the least score that was of use
   * @return that which is of use after it
   */
  private float look(float before) throws IOException {
    float least = before;
    scorer.bulkScore(nodes, scores, size);
    found.incVisitedCount(size);
    for (int i = 0; i < size; i++) {
      if (scores[i] >= least) {
        ahead.add(nodes[i], scores[i]);
        if (found.collect(scorer.ordToDoc(nodes[i]), scores[i])) {
          least = found.minCompetitiveSimilarity();
        }
      }
    }
    size = 0;
    return least;
  }
}
