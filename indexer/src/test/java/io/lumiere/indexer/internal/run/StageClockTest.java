package io.lumiere.indexer.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.StageTimes;
import io.lumiere.indexer.StageTimes.Stage;
import java.time.Duration;
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

  @Test
  void aPartOfAStageIsTakenOffItsTime() {
    StageClock clock = new StageClock();
    clock.time(
        Stage.DECODE,
        () -> {
          Runnable end = clock.beginPart(Stage.DECODE, Stage.WAIT_FOR_MEMORY);
          work();
          end.run();
          return 0;
        });
    StageTimes times = clock.times();
    Duration waited = times.times().get(Stage.WAIT_FOR_MEMORY);
    Duration decoded = times.times().get(Stage.DECODE);
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofNanos(WORKED));
    assertThat(waited.plus(decoded)).isLessThanOrEqualTo(times.elapsed());
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
