package io.lumiere.query.order;

/** How far near duplicates among hits are stacked. Immutable. */
public enum Stacking {
  /** All of them are. */
  ALL,
  /** Copies and bursts are; what looks alike in the archive is still being found. */
  PENDING,
  /** Copies and bursts are; the archive is too large for what looks alike to be found. */
  COPIES
}
