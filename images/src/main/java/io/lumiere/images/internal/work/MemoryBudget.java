package io.lumiere.images.internal.work;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the memory outside Java's heap that decoders take at a time, by what each is estimated to
 * take. A quarter of it is for small pictures, as many as there are processors, which never wait;
 * the rest is for larger ones, in the order in which they came. Thread-safe.
 */
public final class MemoryBudget {
  private static final int UNIT = 1 << 16;

  /** What part of the machine's memory decoders may take. */
  private static final int PART = 4;

  /** Where the machine does not say how much memory it has. */
  private static final long UNKNOWN = 4L << 30;

  private final long small;
  private final int capacity;
  private final Semaphore units;

  /**
   * A budget.
   *
   * @param bytes for all decoders together
   * @param threads how many decode at a time
   */
  public MemoryBudget(long bytes, int threads) {
    this.small = bytes / 4 / threads;
    this.capacity = Math.clamp((bytes - bytes / 4) / UNIT, 1, Integer.MAX_VALUE);
    // Fair: otherwise a large picture could wait for ever behind smaller ones.
    this.units = new Semaphore(capacity, true);
  }

  /** A fourth of the memory that the machine, or the container, has. */
  public static MemoryBudget ofMachine() {
    long machine =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : UNKNOWN;
    // An index run decodes one photo more at a time than there are cores.
    return new MemoryBudget(machine / PART, Runtime.getRuntime().availableProcessors() + 1);
  }

  /**
   * Waits until {@code bytes} fit. What is larger than all there is takes all of it.
   *
   * @return what to give back by {@link #release}
   */
  public int take(long bytes) throws InterruptedException {
    return take(bytes, () -> () -> {});
  }

  /**
   * As {@link #take(long)}.
   *
   * @param waits asked when a wait begins; what it gives is run when the wait is over
   */
  public int take(long bytes, Supplier<Runnable> waits) throws InterruptedException {
    if (bytes <= small) {
      return 0;
    }
    int taken = Math.clamp((bytes + UNIT - 1) / UNIT, 1, capacity);
    // With a time, even of zero, it does not go ahead of those who wait.
    if (!units.tryAcquire(taken, 0, TimeUnit.SECONDS)) {
      Runnable end = waits.get();
      try {
        units.acquire(taken);
      } finally {
        end.run();
      }
    }
    return taken;
  }

  /** Gives back what {@link #take} gave, once. */
  public void release(int taken) {
    units.release(taken);
  }

  /** How many wait, more or less. */
  public int waiting() {
    return units.getQueueLength();
  }
}
