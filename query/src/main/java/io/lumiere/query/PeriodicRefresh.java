package io.lumiere.query;

import io.lumiere.base.LumiereException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for new commits periodically, in a daemon thread, until it is closed. Thread-safe. */
final class PeriodicRefresh implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("lumiere-refresh").daemon(true).factory());
  private final Future<?> repeated;

  PeriodicRefresh(Runnable refresh, Duration interval) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "refreshing every " + interval + " is not possible: give more than zero");
    }
    long nanos = interval.toNanos();
    repeated =
        thread.scheduleWithFixedDelay(() -> quietly(refresh), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** The next refresh may succeed; searches continue with the state that is open. */
  private static void quietly(Runnable refresh) {
    try {
      refresh.run();
    } catch (LumiereException | IllegalStateException e) {
      // The index is being replaced, or was closed just now.
    }
  }

  /**
   * Does not interrupt a refresh that is running: an interrupt would close the files that it opens.
   */
  @Override
  public void close() {
    repeated.cancel(false);
    thread.shutdown();
  }
}
