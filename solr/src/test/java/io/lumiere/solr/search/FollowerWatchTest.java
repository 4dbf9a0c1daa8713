package io.lumiere.solr.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a copy has been behind for too long. */
class FollowerWatchTest {
  private final FollowerWatch.Lag lag = new FollowerWatch.Lag(Duration.ofSeconds(30));

  private boolean isTooLong(int second, @Nullable Long own, @Nullable Long leaders) {
    return lag.isTooLong(TimeUnit.SECONDS.toNanos(second), own, leaders);
  }

  @Test
  void aCopyThatStandsStillBehindItsLeaderIsBehindForTooLong() {
    assertThat(isTooLong(0, 1L, 2L)).isFalse();
    assertThat(isTooLong(20, 1L, 3L)).isFalse();
    assertThat(isTooLong(30, 1L, 4L)).isTrue();
    assertThat(isTooLong(40, 1L, 4L)).as("what was done takes a while").isFalse();
    assertThat(isTooLong(60, 1L, 4L)).isTrue();
  }

  @Test
  void aCopyThatComesAfterItsLeaderIsNot() {
    for (int i = 0; i < 10; i++) {
      assertThat(isTooLong(20 * i, (long) i, i + 1L)).isFalse();
    }
  }

  @Test
  void theTimeBeginsAnewWhereItWasNotBehind() {
    assertThat(isTooLong(0, 1L, 2L)).isFalse();
    assertThat(isTooLong(20, 1L, 1L)).isFalse();
    assertThat(isTooLong(40, 1L, 2L)).isFalse();
    assertThat(isTooLong(60, 1L, null)).as("it leads").isFalse();
    assertThat(isTooLong(80, null, 2L)).isFalse();
    assertThat(isTooLong(100, 1L, 2L)).isFalse();
    assertThat(isTooLong(130, 1L, 2L)).isTrue();
  }
}
