package io.lumiere.exchange.internal.rows;

import java.io.InterruptedIOException;

/**
 * The sign of life of what reads a file, which another thread watches. Readers beat whenever they
 * got something from the file, which is also where they learn that nobody wants any more.
 * Thread-safe.
 */
public final class Pulse {
  private volatile boolean reading;
  private volatile boolean stopped;
  private volatile long last = System.nanoTime();

  /** Says that reading goes on. */
  public void beat() throws InterruptedIOException {
    last = System.nanoTime();
    if (stopped) {
      throw new InterruptedIOException("the reading was stopped");
    }
  }

  /** Says that the file is read from now on, or that something else is done with what was read. */
  public void reading(boolean now) {
    last = System.nanoTime();
    reading = now;
  }

  /** Ends the reading at the next beat. */
  public void stop() {
    stopped = true;
  }

  /** For how long nothing came from the file; 0 while it is not read. */
  public long stillNanos() {
    long since = last;
    return reading ? Math.max(0, System.nanoTime() - since) : 0;
  }
}
