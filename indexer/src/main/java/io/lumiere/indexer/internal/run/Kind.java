package io.lumiere.indexer.internal.run;

/** What became of a file. */
enum Kind {
  ADDED,
  UPDATED,
  MOVED,
  UNCHANGED,
  FAILED
}
