package io.lumiere.query.language.fields;

import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.lucene.document.LatLonPoint;

/** Reads places on the map: around a point, and within a box. */
final class PlaceReader {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final double DEFAULT_METRES = 10_000;

  /** Half of the Earth's circumference: no two places are farther apart. */
  private static final double MAX_METRES = 20_040_000;

  private static final String NEAR = "write latitude,longitude,distance such as 48.85,2.35,10km";
  private static final String BOX =
      "write south,west,north,east such as 48.8,2.2,48.9,2.5; east may be less than west";

  private PlaceReader() {}

  /** {@code 48.85,2.35,10km}: within that distance; 10 km if none is given. */
  static Meaning near(Value value) throws FieldValueException {
    List<String> parts = parts(value);
    if (parts.size() != 2 && parts.size() != 3) {
      throw value.mistake("'" + value.text() + "' is not a place and distance: " + NEAR, null);
    }
    double latitude = degrees(value, parts.get(0), 90, NEAR);
    double longitude = degrees(value, parts.get(1), 180, NEAR);
    OptionalDouble metres =
        parts.size() == 2
            ? OptionalDouble.of(DEFAULT_METRES)
            : Units.read(parts.get(2).toLowerCase(Locale.ROOT), Units.KILOMETRES);
    if (metres.isEmpty() || !(metres.getAsDouble() >= 0)) {
      throw value.mistake(
          "'" + parts.get(2) + "' is not a distance: write 10km, 500m or 6mi", null);
    }
    double within = Math.min(metres.getAsDouble(), MAX_METRES);
    return new Meaning(
        String.format(Locale.ROOT, "within %.3g km of %s, %s", within / 1000, latitude, longitude),
        LatLonPoint.newDistanceQuery(Fields.LOCATION, latitude, longitude, within));
  }

  /** {@code 48.8,2.2,48.9,2.5}: south, west, north, east. */
  static Meaning box(Value value) throws FieldValueException {
    List<String> parts = parts(value);
    if (parts.size() != 4) {
      throw value.mistake("'" + value.text() + "' is not a box: " + BOX, null);
    }
    double south = degrees(value, parts.get(0), 90, BOX);
    double west = degrees(value, parts.get(1), 180, BOX);
    double north = degrees(value, parts.get(2), 90, BOX);
    double east = degrees(value, parts.get(3), 180, BOX);
    if (south > north) {
      throw value.mistake("the box's south is north of its north: " + BOX, null);
    }
    return new Meaning(
        "between latitudes " + south + " and " + north + ", longitudes " + west + " and " + east,
        LatLonPoint.newBoxQuery(Fields.LOCATION, south, north, west, east));
  }

  private static List<String> parts(Value value) {
    return new ArrayList<>(COMMA.splitAsStream(value.plain().strip()).limit(6).toList());
  }

  private static double degrees(Value value, String text, double most, String expected)
      throws FieldValueException {
    OptionalDouble degrees = Units.read(text, Units.NONE);
    if (degrees.isEmpty() || !(Math.abs(degrees.getAsDouble()) <= most)) {
      throw value.mistake(
          "'"
              + text
              + "' is not within -"
              + (int) most
              + ".."
              + (int) most
              + " degrees: "
              + expected,
          null);
    }
    return degrees.getAsDouble();
  }
}
