package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.rows.Pulse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Runs what reads a file on a thread that may be given up: a decoder that goes round in a circle,
 * or a disk that answers no more, cannot be ended in Java. Then the file is refused, the caller
 * goes on, and the thread keeps nobody from exiting. For one thread.
 */
final class Watchdog {
  /** A slow disk gives something in this time. */
  private static final Duration STILL = Duration.ofSeconds(60);

  /** How long a reading that was asked to stop is waited for. */
  private static final Duration STOPPING = Duration.ofMillis(700);

  private static final long LOOK_MILLIS = 100;

  private final Path file;
  private final BooleanSupplier stopped;
  private final Duration still;

  Watchdog(Path file, BooleanSupplier stopped) {
    this(file, stopped, STILL);
  }

  /**
   * A watch.
   *
   * @param file what to call it in messages
   * @param stopped whether to end early
   * @param still how long nothing may come from the file
   */
  Watchdog(Path file, BooleanSupplier stopped, Duration still) {
    this.file = file;
    this.stopped = stopped;
    this.still = still;
  }

  /** Something that takes its time, and lets the pulse beat. */
  @FunctionalInterface
  interface Task<T> {
    T run(Pulse pulse) throws IOException;
  }

  /**
   * Runs a task, and returns what it returns.
   *
   * @throws InterruptedIOException if it was stopped
   * @throws LumiereException if nothing came from the file for too long
   */
  <T> T call(Task<T> task) throws IOException {
    Pulse pulse = new Pulse();
    FutureTask<T> future = new FutureTask<>(() -> task.run(pulse));
    Thread thread = new Thread(future, "lumiere-import");
    thread.setDaemon(true);
    thread.start();
    long asked = 0;
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (asked == 0 && stopped.getAsBoolean()) {
          asked = System.nanoTime();
          pulse.stop();
        }
        giveUp(pulse, asked);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        pulse.stop();
        throw new InterruptedIOException("the import was interrupted");
      } catch (ExecutionException e) {
        throw unwrapped(e);
      }
    }
  }

  private void giveUp(Pulse pulse, long asked) throws InterruptedIOException {
    if (asked != 0 && System.nanoTime() - asked > STOPPING.toNanos()) {
      throw new InterruptedIOException("the reading was stopped");
    }
    if (pulse.stillNanos() > still.toNanos()) {
      pulse.stop();
      throw new LumiereException(
          file
              + " cannot be read: nothing came from it for "
              + still.toSeconds()
              + " seconds, so that it is damaged, or its disk does not answer; nothing was"
              + " imported");
    }
  }

  private static IOException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> new IOException(failure);
    };
  }
}
