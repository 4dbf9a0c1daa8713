package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addDouble;
import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addWords;
import static io.lumiere.schema.StoredValues.expectNumber;
import static io.lumiere.schema.StoredValues.findDouble;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.jspecify.annotations.Nullable;

/** Where a photo was taken, in its document. */
final class PlaceFields {
  private PlaceFields() {}

  /**
   * Adds a place and its names.
   *
   * @param named the names of a place whose position is not known
   */
  static void add(Document document, @Nullable Place place, @Nullable PlaceNames named) {
    if (place != null) {
      document.add(new LatLonPoint(Fields.LOCATION, place.latitude(), place.longitude()));
      document.add(new LatLonDocValuesField(Fields.LOCATION, place.latitude(), place.longitude()));
      // Points round to a ten-millionth of a degree: these are exact.
      document.add(new StoredField(Fields.LATITUDE, place.latitude()));
      document.add(new StoredField(Fields.LONGITUDE, place.longitude()));
      addDouble(document, Fields.ALTITUDE, place.altitude());
    }
    PlaceNames names = place == null ? named : place.names();
    if (names != null) {
      addKeyword(document, Fields.COUNTRY_CODE, names.countryCode());
      addKeyword(document, Fields.COUNTRY, names.country());
      addKeyword(document, Fields.REGION, names.region());
      addKeyword(document, Fields.CITY, names.city());
      names.words().forEach(word -> addWords(document, Fields.PLACE, word));
    }
  }

  static @Nullable Place read(Document document) {
    Double latitude = findDouble(document, Fields.LATITUDE);
    return latitude == null
        ? null
        : new Place(
            latitude,
            expectNumber(document, Fields.LONGITUDE).doubleValue(),
            findDouble(document, Fields.ALTITUDE),
            names(document));
  }

  /** The names of a place whose position is not known; null where it is. */
  static @Nullable PlaceNames readNamed(Document document) {
    return findDouble(document, Fields.LATITUDE) == null ? names(document) : null;
  }

  private static @Nullable PlaceNames names(Document document) {
    PlaceNames names =
        new PlaceNames(
            document.get(Fields.COUNTRY_CODE),
            document.get(Fields.COUNTRY),
            document.get(Fields.REGION),
            document.get(Fields.CITY),
            List.of(document.getValues(Fields.PLACE)));
    return names.equals(PlaceNames.NONE) ? null : names;
  }
}
