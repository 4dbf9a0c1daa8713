package io.lumiere.schema.store;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.store.MergeInfo;
import org.jspecify.annotations.Nullable;

/**
 * How many threads build the graph of a segment that is made by a merge. While photos are written
 * it is one, since encoders have the other processors. When all are written there are several, of
 * which each puts some of the photos into one graph; its links then differ from run to run. So a
 * merge of few photos keeps one thread, and gives the same graph always. Thread-safe.
 */
final class MergeWorkers {
  /**
   * A whole number, at least 1, in place of what the machine has. With 1, graphs are repeatable.
   */
  static final String PROPERTY = "lumiere.merge.threads";

  /** Lucene's scheduler lends others to merges of 50 MB, which are some 30,000 photos. */
  private static final int LEAST_PHOTOS = 25_000;

  /** Several threads work 1.5 times as much in all as one, so fewer would gain next to nothing. */
  private static final int MOST = 4;

  private final int most;
  private volatile boolean allWritten;

  MergeWorkers(int most) {
    this.most = most;
  }

  /** Four where the machine has as many processors, else one; or as the property says. */
  static MergeWorkers ofMachine() {
    int workers = Runtime.getRuntime().availableProcessors() < MOST ? 1 : MOST;
    return new MergeWorkers(Math.max(1, Integer.getInteger(PROPERTY, workers)));
  }

  /** For a merge, or for what is written first, where it is null. */
  int of(@Nullable MergeInfo merge) {
    return merge != null && allWritten && merge.totalMaxDoc() >= LEAST_PHOTOS ? most : 1;
  }

  /** From now on the processors are free for merges, which this scheduler runs. */
  void useAll(ConcurrentMergeScheduler scheduler) {
    allWritten = true;
    if (most == 1) {
      return;
    }
    // Of its threads, Lucene's scheduler lends to merges all but one and those that merge.
    int threads = Math.max(scheduler.getMaxThreadCount(), most + 1);
    scheduler.setMaxMergesAndThreads(Math.max(scheduler.getMaxMergeCount(), threads), threads);
  }
}
