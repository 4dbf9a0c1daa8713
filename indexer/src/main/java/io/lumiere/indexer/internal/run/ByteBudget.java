package io.lumiere.indexer.internal.run;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the bytes of files in memory. Thread-safe. */
final class ByteBudget {
  private static final int UNIT = 4096;
  private static final long POLL_MILLIS = 200;

  private final int capacity;
  private final Semaphore units;

  ByteBudget(long bytes) {
    capacity = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    // Fair: otherwise a large file could wait for ever behind small ones.
    units = new Semaphore(capacity, true);
  }

  /**
   * Waits until {@code bytes} fit. A file larger than all of the budget takes all of it.
   *
   * @return false if {@code run} ended first, or nobody waits for its files any more
   */
  boolean acquire(long bytes, RunState run) throws InterruptedException {
    while (!run.isBroken() && !run.isAbandoned()) {
      if (units.tryAcquire(units(bytes), POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  void release(long bytes) {
    units.release(units(bytes));
  }

  private int units(long bytes) {
    return Math.clamp((bytes + UNIT - 1) / UNIT, 1, capacity);
  }
}
