package io.lumiere.exchange.internal.rows;

import java.io.InterruptedIOException;
import java.util.function.LongSupplier;

/**
 * The sign of life of what reads a file, which another thread watches. Readers call {@link #beat}
 * whenever they got data from the file; it also ends them when they are to stop. Thread-safe.
 */
public final class Pulse {
  private final LongSupplier nanos;
  private volatile boolean reading;
  private volatile boolean stopped;
  private volatile long last;

  public Pulse() {
    this(System::nanoTime);
  }

  /** A pulse by another clock than {@link System#nanoTime}. */
  public Pulse(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** Records that data arrived. */
  public void beat() throws InterruptedIOException {
    last = nanos.getAsLong();
    if (stopped) {
      throw new InterruptedIOException("the reading was stopped");
    }
  }

  /** Records whether the file is being read from now on, or the caller works on what was read. */
  public void reading(boolean now) {
    last = nanos.getAsLong();
    reading = now;
  }

  /** Ends the reading at the next beat. */
  public void stop() {
    stopped = true;
  }

  /** How long nothing has come from the file; 0 while it is not being read. */
  public long stillNanos() {
    long since = last;
    return reading ? Math.max(0, nanos.getAsLong() - since) : 0;
  }
}
