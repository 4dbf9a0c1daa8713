package io.lumiere.query.language.fields;

import static io.lumiere.query.language.fields.QueryField.keywords;
import static io.lumiere.query.language.fields.QueryField.phrase;
import static io.lumiere.query.language.fields.QueryField.words;

import io.lumiere.query.facet.Facet;
import io.lumiere.schema.Fields;
import java.util.List;

/** Fields of the place of taking. */
final class PlaceFields {
  private PlaceFields() {}

  static List<QueryField> all() {
    return QueryField.all(
        words(
                "place",
                "Lisbon",
                "town, region or country, in many languages",
                WordsReader.inWords(Fields.PLACE, "place"))
            .aliases("location")
            .has(Fields.PLACE, "place")
            .facet(Facet.PLACE)
            .values(Fields.CITY, Fields.REGION, Fields.COUNTRY)
            .shown(6, Fields.PLACE),
        keywords("city", "Kyoto", "town", Fields.CITY).aliases("town").shown(7, Fields.CITY),
        keywords("region", "Bavaria", "state, province or the like", Fields.REGION)
            .aliases("state")
            .shown(8, Fields.REGION),
        keywords("country", "Japan", "country", Fields.COUNTRY).shown(9, Fields.COUNTRY),
        phrase("near", "48.85,2.35,10km", "no farther than that from there", PlaceReader::near)
            .aliases("around")
            .has(Fields.LOCATION, "gps", "location")
            .fact(Facts::position),
        phrase("box", "48.8,2.2,48.9,2.5", "between south, west, north, east", PlaceReader::box)
            .aliases("bbox")
            .fact(Facts::position),
        phrase("altitude", ">2000", "metres above sea level", NumberReaders.altitude())
            .aliases("elevation")
            .has(Fields.ALTITUDE, "altitude"));
  }
}
