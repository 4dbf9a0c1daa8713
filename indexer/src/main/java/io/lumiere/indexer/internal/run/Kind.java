package io.lumiere.indexer.internal.run;

/** What became of a file. */
enum Kind {
  ADDED,
  UPDATED,
  MOVED,
  UNCHANGED,
  /** Unchanged, and its metadata were read again. */
  REREAD,
  FAILED
}
