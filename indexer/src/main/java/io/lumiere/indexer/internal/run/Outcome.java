package io.lumiere.indexer.internal.run;

/** What became of a file. */
enum Outcome {
  ADDED,
  UPDATED,
  MOVED,
  UNCHANGED,
  /** Unchanged, and its metadata were read again. */
  REREAD,
  FAILED,
  /** Another machine, with which the work is shared, has dealt with it. */
  ELSEWHERE
}
