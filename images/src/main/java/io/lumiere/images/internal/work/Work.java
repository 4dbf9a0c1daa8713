package io.lumiere.images.internal.work;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One piece of work, and on which thread it is done. Thread-safe. */
final class Work<T> extends FutureTask<T> {
  private final Waiting waiting;
  private final AtomicInteger left;
  private @Nullable ProcessorTime time;
  private boolean isLeft;
  private boolean isOver;

  /**
   * Counts itself in {@code left} while it goes on and nobody waits for it.
   *
   * @param waiting is told by the body when it waits for other work
   */
  Work(Supplier<T> body, Waiting waiting, AtomicInteger left) {
    super(body::get);
    this.waiting = waiting;
    this.left = left;
  }

  @Override
  public void run() {
    synchronized (this) {
      time = new ProcessorTime(Thread.currentThread());
    }
    try {
      super.run();
    } finally {
      end();
    }
    // An interrupt that came late is not meant for the thread's next work: the pool clears it.
  }

  private synchronized void end() {
    isOver = true;
    if (isLeft) {
      left.decrementAndGet();
    }
  }

  /** Asks the work to end, and waits no more. */
  synchronized void leave() {
    if (!isOver && !isLeft) {
      isLeft = true;
      left.incrementAndGet();
      cancel(true);
    }
  }

  /**
   * Whether it has taken so much of a processor; without a clock for that, so much time.
   *
   * @param since it was begun; what it waited for other work does not count
   */
  synchronized boolean hasTaken(Duration limit, Duration since) {
    ProcessorTime clock = time;
    if (clock == null) {
      return false;
    }
    Duration taken = clock.taken();
    Duration waited = since.minus(waiting.total());
    return (taken == null ? waited : taken).compareTo(limit) > 0
        || waited.compareTo(limit.multipliedBy(BoundedWork.MOST_WAITING)) > 0;
  }
}
