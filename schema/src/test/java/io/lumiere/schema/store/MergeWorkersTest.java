package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.store.MergeInfo;
import org.junit.jupiter.api.Test;

class MergeWorkersTest {
  private static final int CORES = 4;

  private final ConcurrentMergeScheduler scheduler = new ConcurrentMergeScheduler();
  private final MergeWorkers workers = new MergeWorkers(CORES);

  private static MergeInfo merge(int photos) {
    return new MergeInfo(photos, 1_000L * photos, true, 1);
  }

  @Test
  void whilePhotosAreWrittenAGraphHasOneThread() {
    assertThat(workers.of(merge(1_000_000))).isEqualTo(1);
    assertThat(workers.of(null)).isEqualTo(1);
  }

  @Test
  void whenAllAreWrittenLargeOnesHaveSeveral() {
    workers.useAll(scheduler);
    assertThat(workers.of(merge(1_000_000))).isEqualTo(CORES);
    assertThat(workers.of(merge(20_000))).isEqualTo(1);
    assertThat(workers.of(null)).isEqualTo(1);
  }

  /**
   * One merges, and Lucene's scheduler lends as many as it may have, less that one and one more.
   */
  @Test
  void theSchedulerHasThreadsForThem() {
    workers.useAll(scheduler);
    assertThat(scheduler.getMaxThreadCount()).isGreaterThanOrEqualTo(CORES + 1);
    assertThat(scheduler.getMaxMergeCount()).isGreaterThanOrEqualTo(CORES + 1);
    new MergeWorkers(1).useAll(scheduler);
    assertThat(scheduler.getMaxThreadCount()).isGreaterThanOrEqualTo(CORES + 1);
  }
}
