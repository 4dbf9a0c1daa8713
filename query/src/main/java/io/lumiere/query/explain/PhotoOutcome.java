package io.lumiere.query.explain;

/** What became of a photo in a search. Immutable. */
public enum PhotoOutcome {
  /** It is among the hits. */
  HIT,
  /** A filter leaves it out. */
  FILTERED,
  /** Its score is below the lowest that was asked for. */
  BELOW_MIN_SCORE,
  /** The automatic cut-off drops it. */
  CUT_OFF,
  /** Others are so much better that neither what it shows nor its words are looked at. */
  OUTSIDE_WINDOW,
  /** Nothing in it matches: neither its vector, if it has one, nor its words. */
  NO_MATCH,
  /** Its file could not be read when it was to be indexed. */
  FAILED,
  /** The index does not hold it. */
  NOT_IN_INDEX
}
