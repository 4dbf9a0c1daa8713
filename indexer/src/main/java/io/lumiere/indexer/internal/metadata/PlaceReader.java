package io.lumiere.indexer.internal.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.exif.GpsDirectory;
import io.lumiere.schema.Place;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the place, from XMP sidecars, where a person put it after the photo was taken, EXIF 2.32,
 * table 15, XMP, Google Takeout, a live photo's film; and the satellites' time. Coordinates without
 * their hemisphere, out of range, or with a zero denominator are ignored.
 */
final class PlaceReader {
  /** Degrees, about a metre. */
  private static final double ROUNDING = 1e-5;

  private static final Pattern TIME_TEXT =
      Pattern.compile("\\d{1,2}:\\d{1,2}:\\d{1,2}(?:\\.\\d{1,9})?");

  private PlaceReader() {}

  static @Nullable Place read(PhotoSources photo) {
    Place place = exif(photo.tags());
    if (place == null) {
      place = XmpPlaces.read(photo.tags());
    }
    Place stated = sidecar(photo);
    if (stated != null && (place == null || !repeats(stated, place))) {
      place = stated;
    }
    TakeoutJson takeout = photo.takeout();
    if (place == null && takeout != null) {
      place = takeout.place();
    }
    LiveFilm film = photo.film();
    return place == null && film != null ? film.place() : place;
  }

  private static @Nullable Place sidecar(PhotoSources photo) {
    for (Tags sidecar : photo.sidecars()) {
      Place place = XmpPlaces.read(sidecar);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Programs copy the file's place into sidecars, rounded and perhaps without its altitude. */
  private static boolean repeats(Place stated, Place own) {
    return Math.abs(stated.latitude() - own.latitude()) < ROUNDING
        && Math.abs(stated.longitude() - own.longitude()) < ROUNDING
        && (stated.altitude() == null || own.altitude() != null);
  }

  private static @Nullable Place exif(Tags tags) {
    for (GpsDirectory gps : tags.blocks(GpsDirectory.class)) {
      Place place =
          Places.of(
              angle(gps, GpsDirectory.TAG_LATITUDE, GpsDirectory.TAG_LATITUDE_REF, "N", "S"),
              angle(gps, GpsDirectory.TAG_LONGITUDE, GpsDirectory.TAG_LONGITUDE_REF, "E", "W"),
              altitude(gps));
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** Signed degrees, or NaN. */
  private static double angle(GpsDirectory gps, int tag, int refTag, String plus, String minus) {
    String ref = gps.getString(refTag);
    Rational[] parts = rationals(gps, tag);
    if (ref == null || parts == null || parts.length < 1 || parts.length > 3) {
      return Double.NaN;
    }
    double degrees = 0;
    double unit = 1;
    boolean isSigned = false;
    for (Rational part : parts) {
      // Some writers leave what they do not need at 0/0, and some write signs beside the
      // hemisphere.
      double value = unit < 1 && part.isZero() ? 0 : Math.abs(Tags.number(part));
      if (!(value >= 0) || (unit < 1 && value > 60)) {
        return Double.NaN;
      }
      isSigned |= Tags.number(part) < 0;
      degrees += value * unit;
      unit /= 60;
    }
    String hemisphere = ref.strip().toUpperCase(Locale.ROOT);
    if (hemisphere.startsWith(minus)) {
      return -degrees;
    }
    return hemisphere.startsWith(plus) && !isSigned ? degrees : Double.NaN;
  }

  /** The library returns a single fraction, decimal degrees, not as an array. */
  private static Rational @Nullable [] rationals(GpsDirectory gps, int tag) {
    Rational[] parts = gps.getRationalArray(tag);
    Rational alone = parts == null ? gps.getRational(tag) : null;
    return alone == null ? parts : new Rational[] {alone};
  }

  /** Hours, minutes and seconds, which some write as a text; null where there are none. */
  private static double @Nullable [] time(GpsDirectory gps) {
    Rational[] parts = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
    if (parts != null) {
      return Arrays.stream(parts).mapToDouble(Tags::number).toArray();
    }
    String text = gps.getString(GpsDirectory.TAG_TIME_STAMP);
    return text != null && TIME_TEXT.matcher(text.strip()).matches()
        ? Arrays.stream(text.strip().split(":")).mapToDouble(Double::parseDouble).toArray()
        : null;
  }

  private static double altitude(GpsDirectory gps) {
    Rational value = gps.getRational(GpsDirectory.TAG_ALTITUDE);
    Integer ref = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    double metres = value == null ? Double.NaN : Tags.number(value);
    // EXIF 3.0 adds 2 and 3, above and below the ellipsoid.
    return ref != null && (ref == 1 || ref == 3) ? -Math.abs(metres) : metres;
  }

  /** UTC by the satellites; null where it is not recorded. */
  static @Nullable LocalDateTime satellites(Tags tags) {
    for (GpsDirectory gps : tags.blocks(GpsDirectory.class)) {
      String date = gps.getString(GpsDirectory.TAG_DATE_STAMP);
      double[] time = time(gps);
      DateText day = DateText.parse(date);
      if (day != null && time != null && time.length == 3) {
        double seconds = time[0] * 3600 + time[1] * 60 + time[2];
        if (seconds >= 0 && seconds < 86_400) {
          return day.local().toLocalDate().atStartOfDay().plusSeconds((long) seconds);
        }
      }
    }
    return null;
  }
}
