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
import org.apache.lucene.search.Query;

/** Readers of values that are chosen from a few. */
final class KindReaders {
  private static final Map<String, String> FORMATS =
      Map.of("jpg", "jpeg", "jpe", "jpeg", "tif", "tiff", "heif", "heic", "jpeg2000", "jp2");
  private static final Set<String> USUAL_FORMATS =
      Set.of("jpeg", "png", "webp", "tiff", "gif", "heic", "avif", "jp2", "jxl", "exr", "bmp");

  /** Formats whose names are close to those of usual ones. */
  private static final Set<String> OTHER_FORMATS = Set.of("pnm", "dng");

  private KindReaders() {}

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

  /**
   * A name close to that of a usual format is a mistake; any other may be one of the many raw
   * formats, but not with a space in it: what stands behind the space is searched for.
   */
  static Meaning format(Value value) throws FieldValueException {
    return Meaning.ofAnyUnquoted(
        value,
        item -> {
          String written = item.text().toLowerCase(Locale.ROOT);
          String format = FORMATS.getOrDefault(written, written);
          Optional<String> nearest =
              USUAL_FORMATS.contains(format) || OTHER_FORMATS.contains(format)
                  ? Optional.empty()
                  : Nearest.to(format, USUAL_FORMATS);
          if (nearest.isPresent() || format.contains(" ")) {
            throw item.mistake("no photo has the type '" + item.text() + "'", nearest.orElse(null));
          }
          return new Meaning("type " + format, KeywordField.newExactQuery(Fields.FORMAT, format));
        });
  }

  private static Query kind(String kind) {
    return KeywordField.newExactQuery(Fields.KIND, kind);
  }
}
