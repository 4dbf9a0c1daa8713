package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, for a command that can end early: it is told, and the Java machine waits until it has
 * ended. Thread-safe.
 */
final class Interruption implements AutoCloseable {
  private static final int SHUTDOWN_SECONDS = 60;

  private final Console console;
  private final String promise;
  private final Runnable stopper;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;

  /**
   * Listens from now on.
   *
   * @param promise what becomes of what was done, to say when it happens
   */
  Interruption(Console console, String promise) {
    this(console, promise, () -> {});
  }

  /**
   * Listens from now on.
   *
   * @param promise what becomes of what was done, to say when it happens
   * @param stopper makes the command end
   */
  Interruption(Console console, String promise, Runnable stopper) {
    this.console = console;
    this.promise = promise;
    this.stopper = stopper;
    // Never removed: the program ends with its command, and a hook after its end does nothing.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop on interrupt"));
  }

  /** Whether the command is to end. */
  boolean isStopped() {
    return stopped;
  }

  /** The command has ended. */
  @Override
  public void close() {
    ended.countDown();
  }

  private void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    console.err().println();
    console.err().println("Stopping: " + promise + ".");
    stopped = true;
    stopper.run();
    try {
      if (!ended.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        console.err().println("It takes too long to end: it is broken off.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
