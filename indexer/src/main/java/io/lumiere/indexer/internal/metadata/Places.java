package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Place;
import org.jspecify.annotations.Nullable;

/** Makes places from numbers of any origin. */
final class Places {
  private static final double DEEPEST = -12_000;
  private static final double HIGHEST = 100_000;

  private Places() {}

  /**
   * A place, or null where there is none: out of range, NaN, or exactly 0, 0, which receivers write
   * before they know one.
   *
   * @param altitude metres above sea level; left out where it is NaN or impossible
   */
  static @Nullable Place of(double latitude, double longitude, double altitude) {
    boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    if (!possible || (latitude == 0 && longitude == 0)) {
      return null;
    }
    boolean high = altitude >= DEEPEST && altitude <= HIGHEST;
    return new Place(latitude, longitude, high ? Double.valueOf(altitude) : null);
  }
}
