package io.lumiere.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A thread that does one thing after the other, each within a time; for one caller. */
final class LimitedThread implements AutoCloseable {
  /** How long a call that was told to stop may take to do so. */
  private static final long GRACE_MILLIS = 2_000;

  private static volatile boolean anyStuck;

  private final Duration limit;
  private final ExecutorService executor;
  private volatile @Nullable Thread worker;
  private boolean stuck;

  LimitedThread(String name, Duration limit) {
    this.limit = limit;
    executor =
        Executors.newSingleThreadExecutor(task -> {
          // A thread that hangs must not keep the virtual machine.
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          worker = thread;
          return thread;
        });
  }

  /**
   * Calls it, and gives what it gives or throws what it throws.
   *
   * @throws Hang if it takes too long; the stack is that of the thread that hangs
   */
  <T> T call(Callable<T> task) throws Throwable {
    if (stuck) {
      throw new IllegalStateException("an earlier call has not ended");
    }
    Future<T> result = executor.submit(task);
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    } catch (TimeoutException e) {
      Hang hang = new Hang(limit, worker);
      result.cancel(true);
      stuck = !ends();
      anyStuck |= stuck;
      throw hang;
    }
  }

  /** Whether the thread is free again soon. */
  private boolean ends() throws InterruptedException {
    try {
      executor.submit(() -> {}).get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Whether a call has not ended though it was told to. */
  boolean isStuck() {
    return stuck;
  }

  /** Whether a thread of this virtual machine goes on for ever. */
  static boolean isAnyStuck() {
    return anyStuck;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** Something took longer than it may. */
  static final class Hang extends AssertionError {
    Hang(Duration limit, @Nullable Thread thread) {
      super("takes longer than " + limit.toMillis() + " ms");
      if (thread != null) {
        setStackTrace(thread.getStackTrace());
      }
    }
  }
}
