package io.lumiere.indexer;

import java.util.List;

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

  /**
   * Called before {@link #progress}, on the same thread, with the files that could not be indexed
   * and were not reported yet; those that failed in an earlier run and did not change are among
   * them.
   */
  default void failed(List<Failure> failures) {}
}
