package io.lumiere.query;

import io.lumiere.base.LumiereException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for new commits again and again, in a daemon thread, until it is closed. Thread-safe. */
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

  /** The next one may succeed; searches go on with what is there. */
  private static void quietly(Runnable refresh) {
    try {
      refresh.run();
    } catch (LumiereException | IllegalStateException e) {
      // An index that is being made anew, or that was closed just now.
    }
  }

  /** Lets a refresh under way end by itself: an interrupt would close the files it opens. */
  @Override
  public void close() {
    repeated.cancel(false);
    thread.shutdown();
  }
}
