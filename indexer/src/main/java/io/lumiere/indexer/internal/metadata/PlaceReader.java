package io.lumiere.indexer.internal.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.exif.GpsDirectory;
import io.lumiere.schema.Photo.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the place (EXIF 2.32, table 15). Coordinates without their hemisphere, out of range, with a
 * zero denominator, or exactly 0, 0 are no place: receivers write those before they know one.
 */
final class PlaceReader {
  private static final double DEEPEST = -12_000;
  private static final double HIGHEST = 100_000;

  private PlaceReader() {}

  static @Nullable Place read(Tags tags) {
    for (GpsDirectory gps : tags.blocks(GpsDirectory.class)) {
      double latitude =
          angle(gps, GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, "N", "S");
      double longitude =
          angle(gps, GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, "E", "W");
      boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      if (possible && (latitude != 0 || longitude != 0)) {
        return new Place(latitude, longitude, altitude(gps));
      }
    }
    return null;
  }

  /** Signed degrees, or NaN. */
  private static double angle(GpsDirectory gps, int tag, int refTag, String plus, String minus) {
    String ref = gps.getString(refTag);
    Rational[] parts = gps.getRationalArray(tag);
    if (ref == null || parts == null || parts.length < 1 || parts.length > 3) {
      return Double.NaN;
    }
    double degrees = 0;
    double unit = 1;
    for (Rational part : parts) {
      double value = Tags.number(part);
      if (!(value >= 0) || (unit < 1 && value > 60)) {
        return Double.NaN;
      }
      degrees += value * unit;
      unit /= 60;
    }
    String hemisphere = ref.strip().toUpperCase(Locale.ROOT);
    if (hemisphere.startsWith(minus)) {
      return -degrees;
    }
    return hemisphere.startsWith(plus) ? degrees : Double.NaN;
  }

  private static @Nullable Double altitude(GpsDirectory gps) {
    Rational value = gps.getRational(GpsDirectory.TAG_ALTITUDE);
    if (value == null) {
      return null;
    }
    Integer ref = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    boolean below = ref != null && ref == 1;
    double metres = below ? -Math.abs(Tags.number(value)) : Tags.number(value);
    return metres >= DEEPEST && metres <= HIGHEST ? Double.valueOf(metres) : null;
  }
}
