package io.lumiere.app.output;

import java.time.Duration;

/**
 * Says what a command waits for, where a person watches and it takes more than a moment. For one
 * thread.
 */
public final class WaitingLine implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ChangingLine line;
  private final String what;
  private final Duration pause;
  private final Thread thread;

  /**
   * Begins to wait.
   *
   * @param silent whether nothing is to be said
   * @param what it is waited for
   */
  public WaitingLine(Console console, boolean silent, String what) {
    this(console, silent, what, SECOND);
  }

  /**
   * As the other.
   *
   * @param pause after which it is said, again and again
   */
  WaitingLine(Console console, boolean silent, String what, Duration pause) {
    this.line = new ChangingLine(console);
    this.what = what;
    this.pause = pause;
    this.thread = Thread.ofPlatform().daemon().name("lumiere-waiting").unstarted(this::say);
    if (!silent && console.showsProgress()) {
      thread.start();
    }
  }

  private void say() {
    try {
      for (int pauses = 1; ; pauses++) {
        Thread.sleep(pause);
        Duration elapsed = pause.multipliedBy(pauses);
        line.draw("Waiting for " + what + ": " + elapsed.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      // The wait is over.
    }
  }

  /** Takes the line away. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.clear();
  }
}
