package io.lumiere.web.media;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads that do the latest work first: what somebody scrolled past waits, and beyond a
 * length of the queue it is dropped. Thread-safe.
 */
final class NewestFirst implements AutoCloseable {
  /** Work that can be told that nobody will do it. */
  interface Work extends Runnable {
    /** Called in place of {@link #run}; it must be quick. */
    void drop();
  }

  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;

  /**
   * Threads of a number, and a queue.
   *
   * @param mostWaiting how much work may wait
   */
  NewestFirst(String name, int count, int mostWaiting) {
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new Stack(mostWaiting),
            Thread.ofPlatform().daemon().name(name + "-", 0).factory(),
            (work, executor) -> drop(work));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Does the work as soon as a thread is free, before all that waits now. */
  void submit(Work work) {
    threads.execute(work);
  }

  /** Drops what waits; what goes on is interrupted. */
  @Override
  public void close() {
    threads.shutdownNow().forEach(NewestFirst::drop);
  }

  private static void drop(Runnable work) {
    ((Work) work).drop();
  }

  /** The queue of an {@link ExecutorService}, whose newest element comes out first. */
  private static final class Stack extends LinkedBlockingDeque<Runnable> {
    private static final long serialVersionUID = 1L;

    Stack(int capacity) {
      super(capacity);
    }

    @Override
    public boolean offer(Runnable work) {
      while (!offerFirst(work)) {
        Runnable oldest = pollLast();
        if (oldest != null) {
          NewestFirst.drop(oldest);
        }
      }
      return true;
    }
  }
}
