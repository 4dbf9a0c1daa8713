package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.CameraName;
import io.lumiere.query.internal.lucene.PathGlobQuery;
import io.lumiere.query.language.dates.FriendlyDates;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.KeywordField;

/** All fields that a search can name. Immutable. */
public final class QueryFields {
  private final List<QueryField> all;
  private final Map<String, QueryField> byName = new LinkedHashMap<>();

  /**
   * The fields.
   *
   * @param dates what dates mean today
   */
  public QueryFields(FriendlyDates dates) {
    all =
        List.of(
            field(
                "date",
                "last june",
                "days of taking",
                new DateReader(dates),
                "taken",
                "when",
                "day"),
            field("year", "2019..2021", "years of taking", years(), "years"),
            field("month", "11..2", "months of whatever year", YearReader::month, "months"),
            field(
                "time", "22:00..4:00", "time of day on the clock there", TimeReader::read, "hour"),
            field(
                "confidence",
                "high",
                "how far the date is to be believed: high, medium, low; guess: the file's time",
                KindReaders.confidence()),
            words(
                "place",
                "Lisbon",
                "town, region or country, in many languages",
                WordsReader.inWords(Fields.PLACE, "place"),
                "location"),
            words("city", "Kyoto", "town", WordsReader.inKeywords(Fields.CITY, "city"), "town"),
            words(
                "region",
                "Bavaria",
                "state, province or the like",
                WordsReader.inKeywords(Fields.REGION, "region"),
                "state"),
            words("country", "Japan", "country", WordsReader.inKeywords(Fields.COUNTRY, "country")),
            field(
                "near",
                "48.85,2.35,10km",
                "no farther than that from there",
                PlaceReader::near,
                "around"),
            field(
                "box",
                "48.8,2.2,48.9,2.5",
                "between south, west, north, east",
                PlaceReader::box,
                "bbox"),
            field(
                "altitude",
                ">2000",
                "metres above sea level",
                NumberFields.altitude(),
                "elevation"),
            words(
                "camera",
                "\"Pixel 6\"",
                "words of make and model",
                WordsReader.inWords(Fields.CAMERA, "camera", CameraName::query)),
            words(
                "make",
                "Canon",
                "words of the maker's name",
                WordsReader.inKeywords(Fields.CAMERA_MAKE, "make"),
                "maker",
                "brand"),
            words(
                "model",
                "EOS*",
                "words of the model's name",
                WordsReader.inKeywords(Fields.CAMERA_MODEL, "model")),
            words(
                "lens",
                "70-200mm",
                "words of the lens's name",
                WordsReader.inKeywords(Fields.LENS, "lens")),
            field(
                "iso",
                ">800",
                "sensitivity",
                NumberFields.ints(Fields.ISO, "ISO", Units.NONE, "800, >800, 100..400"),
                "sensitivity"),
            field("f", "<=2.8", "f-number", NumberFields.aperture(), "aperture", "fnumber"),
            field("exposure", ">=1/30", "seconds", NumberFields.exposure(), "shutter", "speed"),
            field(
                "focal",
                "24..35",
                "millimetres of the lens itself",
                NumberFields.focal(Fields.FOCAL_LENGTH, "focal length"),
                "focallength",
                "focal_length"),
            field(
                "focal35",
                "24..35",
                "millimetres as on 35 mm film",
                NumberFields.focal(Fields.FOCAL_LENGTH_35, "focal length as on 35 mm film"),
                "equivalent"),
            field("flash", "fired", "fired or off", KindReaders.flash()),
            words(
                "path",
                "trips/**",
                "path from the archive's root: * within a name, ** across folders",
                QueryFields::path),
            words(
                "folder",
                "trips",
                "words of folders' names",
                WordsReader.inWords(Fields.FOLDERS, "folder"),
                "album",
                "dir"),
            words(
                "name",
                "IMG*",
                "words of the file's name",
                WordsReader.inWords(Fields.FILENAME, "name"),
                "file",
                "filename"),
            field(
                "type",
                "heic,png",
                "format",
                new ExactReader(
                    "type",
                    format -> KeywordField.newExactQuery(Fields.FORMAT, format),
                    KindReaders::format),
                "format",
                "ext"),
            field("size", ">10MB", "the file's length", NumberFields.bytes(), "filesize"),
            field("width", ">=4000", "pixels", pixels(Fields.WIDTH, "width")),
            field("height", ">=3000", "pixels", pixels(Fields.HEIGHT, "height")),
            field("megapixels", ">=12", "millions of pixels", NumberFields.megapixels(), "mp"),
            field(
                "rating",
                ">=4",
                "stars; -1 is rejected",
                NumberFields.ints(Fields.RATING, "rating", Units.NONE, "4, >=4, 2..3"),
                "stars"),
            words(
                "label",
                "red",
                "label",
                WordsReader.inKeywords(Fields.LABEL, "label"),
                "colour",
                "color"),
            words(
                "keyword",
                "beach",
                "words of keywords",
                WordsReader.inWords(
                    Fields.KEYWORDS,
                    "keyword",
                    keyword -> KeywordField.newExactQuery(Fields.KEYWORD, keyword)),
                "tag",
                "keywords",
                "tags"),
            words(
                "people",
                "Ann",
                "names of people in it",
                WordsReader.inWords(
                    Fields.PEOPLE,
                    "people",
                    name -> KeywordField.newExactQuery(Fields.PERSON, name)),
                "person",
                "face",
                "faces"),
            words(
                "title",
                "harbour",
                "words of the title",
                WordsReader.inWords(Fields.TITLE, "title")),
            words(
                "description",
                "\"at dusk\"",
                "words of the description",
                WordsReader.inWords(Fields.DESCRIPTION, "description"),
                "caption"),
            words(
                "creator",
                "Ansel",
                "words of the maker's name",
                WordsReader.inWords(Fields.CREATOR, "creator"),
                "author",
                "artist",
                "by"),
            field(
                "has",
                "gps",
                "date, gps, place, camera, title, keywords, rating, ...",
                KindReaders.has()),
            field(
                "is",
                "panorama",
                "screenshot, live, burst, landscape, portrait, square, ...",
                KindReaders.is()),
            words("id", "ID", "the photo with this id", QueryFields::id));
    for (QueryField field : all) {
      byName.put(field.name(), field);
      field.aliases().forEach(alias -> byName.put(alias, field));
    }
  }

  /** All, in the order in which help shows them. */
  public List<QueryField> all() {
    return all;
  }

  /** A field by its name or another name of it, whatever its case. */
  public Optional<QueryField> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The name that was likely meant. */
  public Optional<String> nearest(String name, List<String> others) {
    List<String> names = new ArrayList<>(byName.keySet());
    names.addAll(others);
    return Nearest.to(name, names);
  }

  private static ValueReader years() {
    return new NumberReader(
        "year", YearReader::year, 0, YearReader::years, "2021, 2019..2021, >=2019");
  }

  private static ValueReader pixels(String field, String name) {
    return NumberFields.ints(field, name, Units.PIXELS, "4000, >=4000, 1000..2000");
  }

  private static Meaning path(Value value) {
    String glob = value.plain();
    return new Meaning("path matches " + glob, new PathGlobQuery(Fields.PATH, glob));
  }

  private static Meaning id(Value value) {
    return new Meaning(
        "id is " + value.plain(), KeywordField.newExactQuery(Fields.ID, value.plain()));
  }

  private static QueryField field(
      String name, String example, String help, ValueReader reader, String... aliases) {
    return new QueryField(name, List.of(aliases), example, help, true, reader);
  }

  private static QueryField words(
      String name, String example, String help, ValueReader reader, String... aliases) {
    return new QueryField(name, List.of(aliases), example, help, false, reader);
  }
}
