package io.lumiere.query.highlight;

import io.lumiere.schema.Fields;
import java.util.List;

/** The order in which fields are shown: what people wrote of a photo comes first. */
final class FieldOrder {
  private static final List<String> FIRST =
      List.of(
          Fields.TITLE,
          Fields.DESCRIPTION,
          Fields.KEYWORDS,
          Fields.PEOPLE,
          Fields.PERSON,
          Fields.PLACE,
          Fields.CITY,
          Fields.REGION,
          Fields.COUNTRY,
          Fields.FILENAME,
          Fields.FOLDERS,
          Fields.CREATOR,
          Fields.CAMERA,
          Fields.CAMERA_MAKE,
          Fields.CAMERA_MODEL,
          Fields.LENS,
          Fields.LABEL);

  private FieldOrder() {}

  /** Sorts fields; others follow by name. */
  static String of(String field) {
    int at = FIRST.indexOf(field);
    return at < 0 ? "z" + field : Character.toString('a' + at);
  }
}
