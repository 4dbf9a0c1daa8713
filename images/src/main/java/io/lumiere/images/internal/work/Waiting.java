package io.lumiere.images.internal.work;

import java.time.Duration;

/** How long work has waited for what other work holds, such as memory. Thread-safe. */
public final class Waiting {
  private Duration over = Duration.ZERO;
  private boolean goesOn;
  private long start;

  /** A wait begins; the result is run when it is over. */
  public synchronized Runnable begin() {
    goesOn = true;
    start = System.nanoTime();
    return this::end;
  }

  private synchronized void end() {
    over = total();
    goesOn = false;
  }

  /** Of all waits, with the one that goes on. */
  synchronized Duration total() {
    return goesOn ? over.plusNanos(System.nanoTime() - start) : over;
  }

  synchronized boolean goesOn() {
    return goesOn;
  }
}
