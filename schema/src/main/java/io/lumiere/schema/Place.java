package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
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
  private static final FieldGroup<Place, Draft> POSITION =
      new FieldGroup<>(Photo::place, draft -> draft.place);

  private static final FieldGroup<PlaceNames, Draft> NAMES =
      new FieldGroup<>(Photo::placeNames, draft -> draft.place);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          POSITION.derived(Fields.LOCATION, FieldType.POINT, "where it was taken", place -> place),
          // Points round to a ten-millionth of a degree: these are exact.
          POSITION.one(
              Fields.LATITUDE,
              FieldType.STORED_DOUBLE,
              "degrees",
              Place::latitude,
              (place, degrees) -> place.latitude = degrees),
          POSITION.one(
              Fields.LONGITUDE,
              FieldType.STORED_DOUBLE,
              "degrees",
              Place::longitude,
              (place, degrees) -> place.longitude = degrees),
          POSITION.one(
              Fields.ALTITUDE,
              FieldType.DOUBLE,
              "metres above sea level",
              Place::altitude,
              (place, metres) -> place.altitude = metres),
          NAMES.one(
              Fields.COUNTRY_CODE,
              FieldType.KEYWORD,
              "ISO 3166-1, two letters",
              PlaceNames::countryCode,
              (place, code) -> place.countryCode = code),
          NAMES.one(
              Fields.COUNTRY,
              FieldType.KEYWORD,
              "English name",
              PlaceNames::country,
              (place, name) -> place.country = name),
          NAMES.one(
              Fields.REGION,
              FieldType.KEYWORD,
              "state, province or the like",
              PlaceNames::region,
              (place, name) -> place.region = name),
          NAMES.one(
              Fields.CITY,
              FieldType.KEYWORD,
              "town",
              PlaceNames::city,
              (place, name) -> place.city = name),
          NAMES
              .many(
                  Fields.PLACE,
                  FieldType.WORDS,
                  "all names of town, region and country, in many scripts",
                  PlaceNames::words,
                  (place, name) -> place.words.add(name))
              .forTheProgram());

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

  /** Gathers what fields give back. Not thread-safe. */
  static final class Draft {
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable Double altitude;
    private @Nullable String countryCode;
    private @Nullable String country;
    private @Nullable String region;
    private @Nullable String city;
    private final List<String> words = new ArrayList<>();

    /** The place; null where its position is not known. */
    @Nullable Place build() {
      return latitude == null
          ? null
          : new Place(latitude, PhotoDraft.expect(Fields.LONGITUDE, longitude), altitude, names());
    }

    /** The names of a place whose position is not known; null where it is. */
    @Nullable PlaceNames named() {
      return latitude == null ? names() : null;
    }

    private @Nullable PlaceNames names() {
      PlaceNames names = new PlaceNames(countryCode, country, region, city, words);
      return names.isEmpty() ? null : names;
    }
  }
}
