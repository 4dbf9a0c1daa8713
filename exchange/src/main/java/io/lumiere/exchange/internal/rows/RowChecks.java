package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.Confidence;
import io.lumiere.schema.FieldType;
import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Traits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.UnicodeUtil;

/** Refuses values that an index would lose or could not use. */
final class RowChecks {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final List<String> KINDS =
      List.of(Traits.PANORAMA, Traits.SCREENSHOT, Traits.LIVE_PHOTO, Traits.BURST);

  /** Fields of terms, and those whose texts are terms of another field as well. */
  private static final Set<String> TERMS =
      Stream.concat(
              Stream.of(Fields.KEYWORDS, Fields.PEOPLE),
              PhotoFields.all().stream()
                  .filter(field -> field.type() == FieldType.KEYWORD)
                  .map(PhotoField::name))
          .collect(Collectors.toUnmodifiableSet());

  private RowChecks() {}

  /** Refuses texts that are too long for the index, of photos and of failures. */
  static void checkTexts(Row row) throws BadRowException {
    for (Map.Entry<Column, Object> entry : row.values().entrySet()) {
      Column column = entry.getKey();
      if (entry.getValue() instanceof List<?> texts) {
        if (texts.size() > Limits.TEXTS) {
          throw new BadRowException(
              column.name() + " has " + texts.size() + " texts: it takes " + Limits.TEXTS);
        }
        for (Object text : texts) {
          requireTerm(column, (String) text);
        }
      } else if (entry.getValue() instanceof String text && !column.isModel()) {
        requireTerm(column, text);
      }
    }
    requireName(row);
  }

  private static void requireTerm(Column column, String text) throws BadRowException {
    int bytes =
        text.length() <= Limits.TERM_BYTES / 3
            ? 0
            : UnicodeUtil.calcUTF16toUTF8Length(text, 0, text.length());
    if (bytes > Limits.TERM_BYTES && TERMS.contains(column.field())) {
      throw new BadRowException(
          column.name() + " has a text of " + bytes + " bytes: it takes " + Limits.TERM_BYTES);
    }
  }

  /** A few letters become many where they are folded, and the whole name is one term. */
  private static void requireName(Row row) throws BadRowException {
    String path = row.text(Fields.PATH);
    String name = path == null ? "" : FileName.of(path).term();
    int bytes = UnicodeUtil.calcUTF16toUTF8Length(name, 0, name.length());
    if (bytes > IndexWriter.MAX_TERM_LENGTH) {
      throw new BadRowException(
          Fields.PATH
              + " has "
              + bytes
              + " bytes once it is folded: it takes "
              + IndexWriter.MAX_TERM_LENGTH);
    }
  }

  /** Refuses what cannot be said of a file that could not be read. */
  static void checkFailure(Row row) throws BadRowException {
    if (row.has(Fields.PATH)) {
      throw new BadRowException(
          "it has path and failure_path: it is of a photo, or of a file that could not be read");
    }
    String path = row.text(Fields.FAILURE_PATH);
    if (path != null) {
      RowCompletion.requireInside(path);
    }
  }

  static void check(Row row) throws BadRowException {
    String id = row.text(Fields.ID);
    if (id != null && !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
      throw new BadRowException("id has half a character, which an index cannot hold");
    }
    requireOneOf(row, Fields.TAKEN_CONFIDENCE, words(Confidence.values()));
    requireOneOf(row, Fields.TAKEN_PRECISION, words(Precision.values()));
    requireOneOf(row, Fields.FLASH, List.of("fired", "off"));
    String hash = row.text(Fields.CONTENT_HASH);
    if (hash != null && !HASH.matcher(hash).matches()) {
      throw new BadRowException(
          Fields.CONTENT_HASH
              + " is '"
              + hash
              + "', not the SHA-256 of a file: 64 lower-case hexadecimal digits");
    }
    if (row.has(Fields.LATITUDE) != row.has(Fields.LONGITUDE)) {
      throw new BadRowException("it has one of latitude and longitude: it takes both or neither");
    }
    requireKinds(row);
  }

  private static void requireKinds(Row row) throws BadRowException {
    Object kinds = row.value(Fields.KIND);
    if (!(kinds instanceof List<?> given)) {
      return;
    }
    for (Object kind : given) {
      if (!KINDS.contains(kind)) {
        throw unknown(Fields.KIND, String.valueOf(kind), KINDS);
      }
    }
    requireBeside(row, given.contains(Traits.LIVE_PHOTO), Traits.LIVE_PHOTO, Fields.LIVE_VIDEO);
    requireBeside(row, given.contains(Traits.BURST), Traits.BURST, Fields.BURST);
  }

  private static void requireBeside(Row row, boolean isOne, String kind, String field)
      throws BadRowException {
    if (isOne && !row.has(field)) {
      throw new BadRowException(
          Fields.KIND + " says " + kind + " and there is no " + field + ", which says which");
    }
  }

  private static void requireOneOf(Row row, String name, List<String> accepted)
      throws BadRowException {
    String text = row.text(name);
    if (text != null && !accepted.contains(text)) {
      throw unknown(name, text, accepted);
    }
  }

  private static BadRowException unknown(String name, String text, List<String> accepted) {
    return new BadRowException(
        name + " is '" + text + "', not one of " + String.join(", ", accepted));
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
  }
}
