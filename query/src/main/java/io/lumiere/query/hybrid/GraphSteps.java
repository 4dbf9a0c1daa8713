package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
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

  /** Takes what a walk meets, and says how far it goes. */
  interface Guide {
    /** Counts looks at nodes; whether the walk goes on. */
    boolean looked(int nodes);

    /** Takes a document of the lowest level. */
    void met(int doc, float score);

    /** A score below this one is of no use any more. */
    float least();
  }

  private final HnswGraph graph;
  private final RandomVectorScorer scorer;
  private final Guide guide;
  private final NodeSet known = new NodeSet();
  private final NeighborQueue ahead = new NeighborQueue(FIRST_ROOM, true);

  /** What is looked at next. */
  private int[] nodes = new int[FIRST_ROOM];

  private float[] scores = new float[FIRST_ROOM];
  private int size;
  private boolean goesOn = true;

  /** Whether it did not go on from a node since it would not lead to one that is of use. */
  private boolean hasPassedOver;

  GraphSteps(HnswGraph graph, RandomVectorScorer scorer, Guide guide) {
    this.graph = graph;
    this.scorer = scorer;
    this.guide = guide;
  }

  /**
   * Goes until no node ahead may lead to one that is of use.
   *
   * @return whether it met an island: it went on from all that it met, and there are others
   */
  boolean go() throws IOException {
    int entry = entry();
    known.clear();
    known.add(entry);
    nodes[0] = entry;
    size = 1;
    float least = look(Float.NEGATIVE_INFINITY);
    while (goesOn && isAhead(least)) {
      for (int i = 0; i < AT_ONCE && isAhead(least); i++) {
        addNeighbours(0, ahead.pop());
      }
      least = look(least);
    }
    return ahead.size() == 0 && !hasPassedOver && known.size() < graph.size();
  }

  private boolean isAhead(float least) {
    return ahead.size() > 0 && ahead.topScore() >= least;
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
        goesOn = guide.looked(size);
        size = 0;
      } while (best != before && goesOn);
    }
    return best;
  }

  private void addNeighbours(int level, int node) throws IOException {
    graph.seek(level, node);
    for (int next = graph.nextNeighbor();
        next != DocIdSetIterator.NO_MORE_DOCS;
        next = graph.nextNeighbor()) {
      if (known.add(next)) {
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
   * @return that which is of use after it: more than the least that is kept, since the walk would
   *     go through all copies of a picture else
   */
  private float look(float before) throws IOException {
    float least = before;
    scorer.bulkScore(nodes, scores, size);
    goesOn = guide.looked(size);
    for (int i = 0; i < size; i++) {
      guide.met(scorer.ordToDoc(nodes[i]), scores[i]);
      if (scores[i] >= least) {
        ahead.add(nodes[i], scores[i]);
        least = Math.nextUp(guide.least());
      } else {
        hasPassedOver = true;
      }
    }
    size = 0;
    return least;
  }
}
