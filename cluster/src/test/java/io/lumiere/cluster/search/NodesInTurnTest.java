package io.lumiere.cluster.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodesInTurnTest {
  @Test
  void nodesThatWereLateAreAskedLast() {
    long now = Long.MAX_VALUE - 5; // System.nanoTime may run over.
    Map<String, Long> lateUntil = Map.of("a", now + 10, "c", now - 10, "d", now + 1, "e", now);
    assertThat(NodesInTurn.lateLast(List.of("a", "b", "c", "d", "e"), lateUntil, now))
        .containsExactly("b", "c", "e", "a", "d");
  }
}
