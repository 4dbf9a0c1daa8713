package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeSetTest {
  @Test
  void itHoldsWhatWasAddedHoweverMuchThatIs() {
    Random random = new Random(3);
    NodeSet nodes = new NodeSet();
    for (int bound : new int[] {10, 1_000, 1_000_000, Integer.MAX_VALUE}) {
      Set<Integer> expected = new HashSet<>();
      for (int i = 0; i < 50_000; i++) {
        int node = random.nextInt(bound);
        assertThat(nodes.add(node)).isEqualTo(expected.add(node));
      }
      nodes.clear();
    }
  }

  @Test
  void theFirstAndTheLastNodeThatThereMayBeAreNodesLikeOthers() {
    NodeSet nodes = new NodeSet();
    for (int node : new int[] {0, Integer.MAX_VALUE - 1}) {
      assertThat(nodes.add(node)).isTrue();
      assertThat(nodes.add(node)).isFalse();
    }
  }
}
