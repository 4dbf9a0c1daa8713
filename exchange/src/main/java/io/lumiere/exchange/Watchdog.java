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
import java.util.function.LongSupplier;

/**
 * Runs what reads a file on a daemon thread that can be abandoned: Java cannot end a decoder that
 * loops for ever, or a read from a disk that no longer answers. The file is then refused, the
 * caller goes on, and the abandoned thread does not keep the program from exiting. For one thread.
 */
final class Watchdog {
  /** Even a slow disk delivers something within this time. */
  private static final Duration STILL = Duration.ofSeconds(60);

  /** How long to wait for a read that was asked to stop. */
  private static final Duration STOPPING = Duration.ofMillis(700);

  private static final long LOOK_MILLIS = 100;

  private final Path file;
  private final String left;
  private final BooleanSupplier stopped;
  private final Duration still;
  private final LongSupplier nanos;

  Watchdog(Path file, String left, BooleanSupplier stopped) {
    this(file, left, stopped, STILL, System::nanoTime);
  }

  /**
   * A watch.
   *
   * @param file what to call it in messages
   * @param left what is so after a failure, in words
   * @param stopped whether to end early
   * @param still the longest time without data from the file
   * @param nanos the clock that this time is measured by
   */
  Watchdog(Path file, String left, BooleanSupplier stopped, Duration still, LongSupplier nanos) {
    this.file = file;
    this.left = left;
    this.stopped = stopped;
    this.still = still;
    this.nanos = nanos;
  }

  /** Work that may take long and reports progress to the pulse. */
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
    Pulse pulse = new Pulse(nanos);
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
              + " seconds, so that it is damaged, or its disk does not answer; "
              + left);
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
