package io.lumiere.indexer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
  /** What waits for a worker when a run is stopped gives its room back to nobody. */
  @Test
  void nobodyWaitsForRoomAfterTheRun() throws Exception {
    ByteBudget budget = new ByteBudget(1_000_000);
    RunState run = new RunState(() -> true);
    assertThat(budget.acquire(900_000, run)).isTrue();
    FutureTask<Boolean> loader = new FutureTask<>(() -> budget.acquire(200_000, run));
    Thread.ofPlatform().daemon(true).start(loader);

    run.abandon();

    assertThat(loader.get(20, TimeUnit.SECONDS)).isFalse();
  }
}
