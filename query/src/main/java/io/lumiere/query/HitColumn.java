package io.lumiere.query;

/**
 * What several directories are asked about all hits of a request, beside their order. Immutable.
 */
public enum HitColumn {
  /** The town, with its region and country. */
  PLACE,
  /** The burst. */
  BURST,
  /** The hash of what the file holds. */
  CONTENT,
  /** Where it was taken, of those with a place on the map. */
  LOCATION,
  /** What it shows, of those with a vector. */
  VECTOR
}
