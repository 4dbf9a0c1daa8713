package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.junit.jupiter.api.Test;

/** Walks through nodes that lie in a row; above them is a level of every hundredth. */
class GraphStepsTest {
  private static final int NODES = 10_000;
  private static final int STEP = 100;

  /** Each has four neighbours, two on each side. */
  private static final class Row extends HnswGraph {
    private final int levels;
    private int[] neighbours = new int[0];
    private int place;

    Row(int levels) {
      this.levels = levels;
    }

    @Override
    public void seek(int level, int node) {
      int step = level == 0 ? 1 : STEP;
      neighbours =
          Arrays.stream(new int[] {node - 2 * step, node - step, node + step, node + 2 * step})
              .filter(other -> other >= 0 && other < NODES)
              .toArray();
      place = 0;
    }

    @Override
    public int nextNeighbor() {
      return place < neighbours.length ? neighbours[place++] : Integer.MAX_VALUE;
    }

    @Override
    public int neighborCount() {
      return neighbours.length;
    }

    @Override
    public int size() {
      return NODES;
    }

    @Override
    public int numLevels() {
      return levels;
    }

    @Override
    public int maxConn() {
      return 2;
    }

    @Override
    public int entryNode() {
      return 0;
    }

    @Override
    public NodesIterator getNodesOnLevel(int level) {
      throw new UnsupportedOperationException();
    }
  }

  /** The nearer to one place, the better. */
  private static final class Nearness implements RandomVectorScorer {
    private final double target;
    private final Set<Integer> low = new HashSet<>();

    Nearness(double target) {
      this.target = target;
    }

    @Override
    public float score(int node) {
      if (node % STEP != 0) {
        assertThat(low.add(node)).as("node %s is looked at once", node).isTrue();
      }
      return (float) -Math.abs(node - target);
    }

    @Override
    public int maxOrd() {
      return NODES;
    }

    @Override
    public int ordToDoc(int node) {
      return 7 + node;
    }

    @Override
    public Bits getAcceptOrds(Bits acceptDocs) {
      return acceptDocs;
    }
  }

  private static KnnCollector walked(int levels, double target, int most) throws IOException {
    KnnCollector found = new TopKnnCollector(5, most, new KnnSearchStrategy.Hnsw(0));
    new GraphSteps(new Row(levels), new Nearness(target), found).go();
    return found;
  }

  @Test
  void itFindsTheBestAndLooksAtFewOthers() throws IOException {
    KnnCollector found = walked(2, 7_654.4, Integer.MAX_VALUE);
    assertThat(Arrays.stream(found.topDocs().scoreDocs).map(hit -> hit.doc - 7))
        .containsExactly(7_654, 7_655, 7_653, 7_656, 7_652);
    assertThat(found.visitedCount()).isLessThan(250);
  }

  @Test
  void itFindsThemWithoutLevelsAbove() throws IOException {
    KnnCollector found = walked(1, 300.4, Integer.MAX_VALUE);
    assertThat(found.topDocs().scoreDocs[0].doc).isEqualTo(307);
    assertThat(found.visitedCount()).isBetween(300L, 330L);
  }

  @Test
  void itEndsWhereItMayLookAtNoMore() throws IOException {
    for (int levels : new int[] {1, 2}) {
      KnnCollector found = walked(levels, 7_654.4, 50);
      assertThat(found.earlyTerminated()).isTrue();
      assertThat(found.visitedCount()).isBetween(50L, 60L);
    }
  }
}
