package io.lumiere.query.group;

/** What the photos of a group have in common. Immutable. */
public enum GroupBy {
  /**
   * The day of taking, by the clock on the wall there. Photos of which only the month or year is
   * known are groups of their own, as are those without a date.
   */
  DAY,
  /** The month of taking, likewise. */
  MONTH,
  /** The year of taking. */
  YEAR,
  /** The burst; a photo that is not part of one is alone. */
  BURST,
  /**
   * The town, with its region and country; photos of which only the region or country is known are
   * groups of their own. Those without a place, or with one that has no name, are one group.
   */
  PLACE
}
