package io.lumiere.models.download;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Closes a stream that has brought nothing for too long, so that who reads it gets on. */
final class StallGuard implements AutoCloseable {
  private final Closeable stream;
  private final long limitNanos;
  private final Thread watcher;
  private volatile long last = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(Closeable stream, Duration limit) {
    this.stream = stream;
    this.limitNanos = limit.toNanos();
    this.watcher = Thread.ofPlatform().daemon().name("download stall guard").start(this::watch);
  }

  /** Something came. */
  void alive() {
    last = System.nanoTime();
  }

  /** Whether this guard closed the stream. */
  boolean stalled() {
    return stalled;
  }

  private void watch() {
    try {
      for (long left = limitNanos; left > 0; left = limitNanos - (System.nanoTime() - last)) {
        Thread.sleep(Duration.ofNanos(left));
      }
      stalled = true;
      stream.close();
    } catch (InterruptedException | IOException e) {
      return; // Done before the limit, or broken anyway.
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
