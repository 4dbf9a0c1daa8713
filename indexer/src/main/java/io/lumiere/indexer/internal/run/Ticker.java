package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.Progress;
import io.lumiere.indexer.Progress.Phase;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.store.PhotoStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reports and commits now and then. The first commits come after seconds, so that a search of a new
 * index has something to find; a commit costs more the more there is to write. For one thread.
 */
final class Ticker {
  /** The least time between two reports, in milliseconds. */
  static final long MILLIS = 200;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final long FIRST_COMMIT_NANOS = 2_000 * NANOS_PER_MILLI;
  private static final long HELD_COMMIT_NANOS = 1_000 * NANOS_PER_MILLI;

  private final ProgressListener listener;
  private final long longestCommitNanos;
  private long commitNanos;
  private long lastReport = System.nanoTime();
  private long lastCommit = System.nanoTime();

  Ticker(ProgressListener listener, Duration commitInterval) {
    this.listener = listener;
    this.longestCommitNanos = commitInterval.toNanos();
    this.commitNanos = Math.min(FIRST_COMMIT_NANOS, longestCommitNanos);
  }

  /** While files are worked on. */
  void tick(Tally tally) {
    tick(() -> tally.progress(Phase.INDEXING), tally);
  }

  /** While the archive is walked. */
  void scanned(Tally tally, long found) {
    tick(() -> tally.scanning(found), tally);
  }

  private void tick(Supplier<Progress> progress, Tally tally) {
    long now = System.nanoTime();
    if (now - lastReport >= MILLIS * NANOS_PER_MILLI) {
      lastReport = now;
      report(progress.get(), tally);
    }
  }

  /** At the end of the run. */
  void last(Tally tally) {
    report(tally.progress(Phase.FINISHING), tally);
  }

  private void report(Progress progress, Tally tally) {
    List<Failure> failures = tally.newFailures();
    if (!failures.isEmpty()) {
      listener.failed(failures);
    }
    listener.progress(progress);
  }

  /** While the run is held, what is finished is committed within a second. */
  void hold() {
    commitNanos = Math.min(commitNanos, HELD_COMMIT_NANOS);
  }

  void commitIfDue(PhotoStore store) {
    if (System.nanoTime() - lastCommit >= commitNanos) {
      store.commit();
      lastCommit = System.nanoTime();
      commitNanos = Math.min(2 * commitNanos, longestCommitNanos);
    }
  }
}
