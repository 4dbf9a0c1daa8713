package io.lumiere.images.internal.work;

import io.lumiere.base.LumiereException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.UnsupportedImageException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does work on threads of its own, so that a caller can leave it: native decoders cannot be
 * interrupted. Work that is left goes on until its decoder comes back, and its result is dropped;
 * while too much of it goes on, new work waits. Thread-safe.
 *
 * <p>Time is that of the processor, so that a busy machine changes nothing.
 */
public final class BoundedWork {
  /** How much work may go on that nobody waits for; each may hold a photo's memory. */
  static final int MOST_LEFT = 4;

  /**
   * How many times the limit is waited for at most: for work that takes no processor time, such as
   * a decoder that waits for ever, and for earlier work that was left.
   */
  static final int MOST_WAITING = 30;

  private static final long TICK_MILLIS = 100;
  private static final long IDLE_SECONDS = 5;

  private final AtomicInteger left = new AtomicInteger();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("lumiere-decoder-", 0).factory());

  /**
   * What the body gives, or throws.
   *
   * @param body tells what it is given when it waits for other work, which does not count
   * @param limit of processor time
   * @param stop asked many times a second: whether the result is wanted no more
   * @throws UnsupportedImageException if the limit is reached
   * @throws PassingImageException if it waits, and earlier work that was left does not end
   * @throws LumiereException if earlier work that was left does not end, see {@link #MOST_WAITING}
   * @throws CancellationException if {@code stop} says so, or this thread is interrupted, and stays
   */
  public <T> T run(Function<Waiting, T> body, Duration limit, BooleanSupplier stop) {
    try {
      awaitRoom(limit, stop);
      Waiting waiting = new Waiting();
      Work<T> work = new Work<>(() -> body.apply(waiting), waiting, left);
      threads.execute(work);
      return await(work, waiting, limit, stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("decoding was interrupted");
    }
  }

  /** A decoder that never comes back must not keep all others waiting for ever. */
  private void awaitRoom(Duration limit, BooleanSupplier stop) throws InterruptedException {
    long most = limit.multipliedBy(MOST_WAITING).toNanos();
    long start = System.nanoTime();
    while (left.get() >= MOST_LEFT) {
      checkStop(stop);
      if (System.nanoTime() - start > most) {
        throw new LumiereException(
            left.get()
                + " photos that took too long are still being decoded, and their decoders seem"
                + " never to end: start again to go on; these photos are passed over then");
      }
      Thread.sleep(TICK_MILLIS);
    }
  }

  private <T> T await(Work<T> work, Waiting waiting, Duration limit, BooleanSupplier stop)
      throws InterruptedException {
    long start = System.nanoTime();
    boolean done = false;
    try {
      while (true) {
        try {
          T result = work.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
          done = true;
          return result;
        } catch (TimeoutException e) {
          checkStop(stop);
          Duration since = Duration.ofNanos(System.nanoTime() - start);
          if (work.hasTaken(limit, since)) {
            throw tooLong(limit);
          }
          checkHolders(waiting, limit);
        } catch (ExecutionException e) {
          done = true;
          throw rethrown(e.getCause());
        }
      }
    } finally {
      if (!done) {
        work.leave();
      }
    }
  }

  private static void checkStop(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new CancellationException("decoding was stopped");
    }
  }

  /** A decoder that never comes back never gives back what it holds. */
  private void checkHolders(Waiting waiting, Duration limit) {
    if (waiting.goesOn()
        && left.get() > 0
        && waiting.total().compareTo(limit.multipliedBy(MOST_WAITING)) > 0) {
      throw new PassingImageException(
          "photos that took too long are still being decoded, and hold the memory that it needs");
    }
  }

  private static UnsupportedImageException tooLong(Duration limit) {
    return new UnsupportedImageException(
        String.format(
            Locale.ROOT,
            "not supported: it takes more than %d seconds to decode, the limit for its size",
            limit.toSeconds()));
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException exception) {
      return exception;
    }
    // A Supplier cannot throw others.
    return new IllegalStateException(cause);
  }

  /** Work that goes on and that nobody waits for. */
  int left() {
    return left.get();
  }
}
