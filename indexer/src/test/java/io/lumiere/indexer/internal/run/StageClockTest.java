package io.lumiere.indexer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.StageTimes;
import io.lumiere.indexer.StageTimes.Stage;
import org.junit.jupiter.api.Test;

class StageClockTest {
  private static final long WORKED = 5_000_000;

  @Test
  void aRunOfSeveralPartsIsCountedFromTheFirstOne() {
    StageClock clock = new StageClock();
    for (int part = 0; part < 4; part++) {
      clock.begin();
      clock.time(Stage.ENCODE, StageClockTest::work);
    }
    StageTimes times = clock.times();
    assertThat(times.elapsed()).isGreaterThanOrEqualTo(times.times().get(Stage.ENCODE));
    assertThat(times.processor()).isPositive();
  }

  /** Takes five milliseconds. */
  private static long work() {
    long start = System.nanoTime();
    long worked = 0;
    while (worked < WORKED) {
      worked = System.nanoTime() - start;
    }
    return worked;
  }
}
