package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.junit.jupiter.api.Test;

/** Walks through nodes that lie in a row; above them is a level of every hundredth. */
class GraphStepsTest {
  private static final int NODES = 10_000;
  private static final int STEP = 100;

  /** Each has four neighbours, two on each side. */
  private static class Row extends HnswGraph {
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
  private static class Nearness implements RandomVectorScorer {
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

  /** Goes on for the five best. */
  private static class Best implements GraphSteps.Guide {
    private static final int KEPT = 5;

    private final List<ScoreDoc> best = new ArrayList<>();
    private final int most;
    private int looks;

    Best(int most) {
      this.most = most;
    }

    @Override
    public boolean looked(int nodes) {
      looks += nodes;
      return looks < most;
    }

    @Override
    public void met(int doc, float score) {
      best.add(new ScoreDoc(doc, score));
      best.sort(Comparator.comparingDouble(hit -> -hit.score));
      if (best.size() > KEPT) {
        best.removeLast();
      }
    }

    @Override
    public float least() {
      return best.size() < KEPT ? Float.NEGATIVE_INFINITY : best.getLast().score;
    }
  }

  private static Best walked(int levels, double target, int most) throws IOException {
    Best found = new Best(most);
    new GraphSteps(new Row(levels), new Nearness(target), found).go();
    return found;
  }

  @Test
  void itFindsTheBestAndLooksAtFewOthers() throws IOException {
    Best found = walked(2, 7_654.4, Integer.MAX_VALUE);
    assertThat(found.best.stream().map(hit -> hit.doc - 7))
        .containsExactly(7_654, 7_655, 7_653, 7_656, 7_652);
    assertThat(found.looks).isLessThan(250);
  }

  @Test
  void itFindsThemWithoutLevelsAbove() throws IOException {
    Best found = walked(1, 300.4, Integer.MAX_VALUE);
    assertThat(found.best.getFirst().doc).isEqualTo(307);
    assertThat(found.looks).isBetween(300, 330);
  }

  @Test
  void itEndsWhereItMayLookAtNoMore() throws IOException {
    for (int levels : new int[] {1, 2}) {
      assertThat(walked(levels, 7_654.4, 50).looks).isBetween(50, 60);
    }
  }

  @Test
  void itDoesNotGoThroughAllThatScoreTheSame() throws IOException {
    Best found = new Best(Integer.MAX_VALUE);
    Nearness copies =
        new Nearness(300) {
          @Override
          public float score(int node) {
            return super.score(Math.min(node, 300));
          }
        };
    boolean isIsland = new GraphSteps(new Row(1), copies, found).go();
    assertThat(found.looks).isBetween(300, 330);
    assertThat(isIsland).isFalse();
  }

  @Test
  void itNoticesAnIsland() throws IOException {
    for (int others : new int[] {0, 1}) {
      HnswGraph graph =
          new Row(1) {
            @Override
            public int size() {
              return NODES + others;
            }
          };
      Best all =
          new Best(Integer.MAX_VALUE) {
            @Override
            public float least() {
              return Float.NEGATIVE_INFINITY;
            }
          };
      boolean isIsland = new GraphSteps(graph, new Nearness(300), all).go();
      assertThat(isIsland).isEqualTo(others > 0);
      assertThat(all.looks).isEqualTo(NODES);
      Best few = new Best(Integer.MAX_VALUE);
      assertThat(new GraphSteps(graph, new Nearness(300), few).go()).isFalse();
    }
  }
}
