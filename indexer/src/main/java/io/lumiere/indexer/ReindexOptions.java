package io.lumiere.indexer;

import java.time.Duration;

/**
 * How a model is added to an index. Start from {@link #DEFAULTS}. Immutable.
 *
 * @param workers photos that are decoded and encoded at the same time, at least 1
 * @param commitInterval the most work that a crash can lose; more than zero
 * @param defaultChange whether the model becomes the index's default at the end
 */
public record ReindexOptions(int workers, Duration commitInterval, DefaultChange defaultChange) {
  /**
   * As many workers as an index run, a commit every 30 seconds, a new default once every photo has
   * the vector.
   */
  public static final ReindexOptions DEFAULTS =
      new ReindexOptions(
          IndexerOptions.DEFAULTS.workers(),
          IndexerOptions.DEFAULTS.commitInterval(),
          DefaultChange.WHEN_COMPLETE);

  /** When a model that was added becomes the default. */
  public enum DefaultChange {
    /** When every photo has its vector: a search by the new default then sees all photos. */
    WHEN_COMPLETE,
    /** When the run comes to its end, even if some photos lack the vector. */
    ALWAYS,
    /** Not at all. */
    NEVER
  }

  public ReindexOptions {
    if (workers < 1) {
      throw new IllegalArgumentException("workers is " + workers + ", not at least 1");
    }
    if (!commitInterval.isPositive()) {
      throw new IllegalArgumentException(
          "commit interval is " + commitInterval + ", not more than zero");
    }
  }

  /** These options with another number of workers. */
  public ReindexOptions withWorkers(int value) {
    return new ReindexOptions(value, commitInterval, defaultChange);
  }

  /** These options with another commit interval. */
  public ReindexOptions withCommitInterval(Duration value) {
    return new ReindexOptions(workers, value, defaultChange);
  }

  /** These options with another rule for the default. */
  public ReindexOptions withDefaultChange(DefaultChange value) {
    return new ReindexOptions(workers, commitInterval, value);
  }
}
