package io.lumiere.indexer;

/** Receives how far an index run is. Called on one thread at a time. */
@FunctionalInterface
public interface ProgressListener {
  /** A listener that does nothing. */
  ProgressListener NONE = progress -> {};

  /**
   * Called on one thread of the run's own, a few times a second and once at the end. What it throws
   * ends the run, after a commit.
   */
  void progress(Progress progress);
}
