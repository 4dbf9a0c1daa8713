package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Progress;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.schema.store.PhotoWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Does something at most once per interval. For one thread. */
final class Ticker {
  /** The least time between two reports, in milliseconds. */
  static final long MILLIS = 200;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ProgressListener listener;
  private final long commitNanos;
  private long lastReport = System.nanoTime();
  private long lastCommit = System.nanoTime();

  Ticker(ProgressListener listener, Duration commitInterval) {
    this.listener = listener;
    this.commitNanos = commitInterval.toNanos();
  }

  void tick(Supplier<Progress> progress) {
    long now = System.nanoTime();
    if (now - lastReport >= MILLIS * NANOS_PER_MILLI) {
      lastReport = now;
      listener.progress(progress.get());
    }
  }

  void last(Progress progress) {
    listener.progress(progress);
  }

  void commitIfDue(PhotoWriter writer) {
    if (System.nanoTime() - lastCommit >= commitNanos) {
      writer.commit();
      lastCommit = System.nanoTime();
    }
  }
}
