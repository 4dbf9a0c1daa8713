package io.lumiere.schema;

import org.jspecify.annotations.Nullable;

/**
 * Where a photo was taken. Immutable.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 * @param altitude metres above sea level
 * @param names what the place is called; null where no table of places says so
 */
public record Place(
    double latitude, double longitude, @Nullable Double altitude, @Nullable PlaceNames names) {
  public Place {
    // Negated, so that NaN fails too.
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no such place: " + latitude + ", " + longitude);
    }
  }

  /** A place without names. */
  public Place(double latitude, double longitude, @Nullable Double altitude) {
    this(latitude, longitude, altitude, null);
  }
}
