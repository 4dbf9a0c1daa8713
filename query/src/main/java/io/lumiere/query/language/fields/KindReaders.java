package io.lumiere.query.language.fields;

import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.ImageShape;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Traits;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;

/** What a photo has and what it is. */
final class KindReaders {
  private static final Map<String, String> FORMATS =
      Map.of("jpg", "jpeg", "jpe", "jpeg", "tif", "tiff", "heif", "heic", "jpeg2000", "jp2");
  private static final Set<String> KNOWN_FORMATS =
      Set.of("jpeg", "png", "webp", "tiff", "gif", "heic", "avif", "jp2", "jxl", "exr", "bmp");

  private KindReaders() {}

  /** Whether a photo has something. */
  static ValueReader has() {
    Map<String, Query> has = new HashMap<>();
    has.put("gps", exists(Fields.LOCATION));
    has.put("location", exists(Fields.LOCATION));
    has.put("place", exists(Fields.PLACE));
    has.put("altitude", exists(Fields.ALTITUDE));
    has.put("date", GuessedDates.known());
    has.put("camera", exists(Fields.CAMERA));
    has.put("lens", exists(Fields.LENS));
    has.put("title", exists(Fields.TITLE));
    has.put("description", exists(Fields.DESCRIPTION));
    has.put("caption", exists(Fields.TITLE, Fields.DESCRIPTION));
    has.put("keywords", exists(Fields.KEYWORD));
    has.put("tags", exists(Fields.KEYWORD));
    has.put("people", exists(Fields.PERSON));
    has.put("faces", exists(Fields.PERSON));
    has.put("creator", exists(Fields.CREATOR));
    has.put("copyright", exists(Fields.COPYRIGHT));
    has.put("rating", exists(Fields.RATING));
    has.put("label", exists(Fields.LABEL));
    has.put("note", exists(Fields.NOTE_COUNT));
    has.put("notes", exists(Fields.NOTE_COUNT));
    has.put("city", exists(Fields.CITY));
    has.put("region", exists(Fields.REGION));
    has.put("country", exists(Fields.COUNTRY));
    has.put("make", exists(Fields.CAMERA_MAKE));
    has.put("model", exists(Fields.CAMERA_MODEL));
    has.put("iso", exists(Fields.ISO));
    has.put("f", exists(Fields.APERTURE));
    has.put("exposure", exists(Fields.EXPOSURE));
    has.put("focal", exists(Fields.FOCAL_LENGTH));
    has.put("focal35", exists(Fields.FOCAL_LENGTH_35));
    has.put("flash", exists(Fields.FLASH));
    return new ChoiceReader("has", has);
  }

  /** What kind of photo it is. */
  static ValueReader is() {
    Map<String, Query> is = new HashMap<>();
    is.put("panorama", kind(Traits.PANORAMA));
    is.put("screenshot", kind(Traits.SCREENSHOT));
    is.put("live", kind(Traits.LIVE_PHOTO));
    is.put(Traits.LIVE_PHOTO, kind(Traits.LIVE_PHOTO));
    is.put("burst", kind(Traits.BURST));
    is.put("rejected", IntField.newExactQuery(Fields.RATING, -1));
    for (ImageShape.Orientation shape : ImageShape.Orientation.values()) {
      is.put(shape.name().toLowerCase(Locale.ROOT), shape.query());
    }
    return new ChoiceReader("is", is);
  }

  /** How far a date is to be believed. */
  static ValueReader confidence() {
    Map<String, Query> levels = new HashMap<>();
    for (Confidence level : Confidence.values()) {
      levels.put(
          level.keyword(), KeywordField.newExactQuery(Fields.TAKEN_CONFIDENCE, level.keyword()));
    }
    levels.put("guess", GuessedDates.query());
    return new ChoiceReader("confidence of the date", levels);
  }

  static ValueReader flash() {
    Query fired = KeywordField.newExactQuery(Fields.FLASH, "fired");
    Query off = KeywordField.newExactQuery(Fields.FLASH, "off");
    return new ChoiceReader(
        "flash", Map.of("fired", fired, "on", fired, "yes", fired, "off", off, "no", off));
  }

  /** A name that nearly is a format's is a mistake; any other may be one to come. */
  static Meaning format(Value value) throws Mistake {
    return Meaning.ofAny(
        value.unquoted(),
        item -> {
          String written = item.text().toLowerCase(Locale.ROOT);
          String format = FORMATS.getOrDefault(written, written);
          Optional<String> nearest =
              KNOWN_FORMATS.contains(format) ? Optional.empty() : Nearest.to(format, KNOWN_FORMATS);
          if (nearest.isPresent()) {
            throw item.mistake("no photo has the type '" + item.text() + "'", nearest.get());
          }
          return new Meaning("type " + format, KeywordField.newExactQuery(Fields.FORMAT, format));
        });
  }

  private static Query kind(String kind) {
    return KeywordField.newExactQuery(Fields.KIND, kind);
  }

  private static Query exists(String... fields) {
    if (fields.length == 1) {
      return new FieldExistsQuery(fields[0]);
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      any.add(new FieldExistsQuery(field), Occur.SHOULD);
    }
    return any.build();
  }
}
