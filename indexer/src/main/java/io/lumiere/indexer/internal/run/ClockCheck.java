package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.metadata.Present;
import java.time.Duration;
import java.time.Instant;

/** Finds out the earliest possible time of now, since the machine's clock may be wrong. */
final class ClockCheck {
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private ClockCheck() {}

  /**
   * The present: the latest of the clock, the day of this program and the index's last commit.
   *
   * @param clock what the machine's clock says
   * @param committed when the index was committed last
   */
  static Present of(Instant clock, Instant committed) {
    Instant past = committed.isAfter(PhotoReader.RAISED) ? committed : PhotoReader.RAISED;
    return clock.isBefore(past)
        ? new Present(past, clock.isBefore(past.minus(TOLERANCE)))
        : new Present(clock, false);
  }
}
