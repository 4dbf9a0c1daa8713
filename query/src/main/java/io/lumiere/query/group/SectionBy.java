package io.lumiere.query.group;

/** What the hits of a section have in common. Immutable. */
public enum SectionBy {
  /**
   * The day of taking, by the clock on the wall there. A photo of which only the month or the year
   * is known stands at its beginning, and so in the section of its first day.
   */
  DAY,
  /** The month of taking, likewise. */
  MONTH,
  /** The year of taking. */
  YEAR,
  /** The town, with its region and country. */
  PLACE,
  /** The burst; photos that are not part of one and stand together are one section. */
  BURST,
  /** The event: {@link io.lumiere.query.event.ArchiveEvents}. */
  EVENT
}
