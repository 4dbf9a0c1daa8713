package io.lumiere.query.highlight;

import io.lumiere.query.language.fields.QueryFields;
import java.util.Comparator;

/** The order in which fields are shown: what people wrote of a photo comes first. */
final class FieldOrder {
  private static final Comparator<String> BY_RANK =
      Comparator.comparing(field -> QueryFields.rank(field).orElse(Integer.MAX_VALUE));

  /** Fields without a rank follow by their names. */
  static final Comparator<String> COMPARATOR = BY_RANK.thenComparing(Comparator.naturalOrder());

  private FieldOrder() {}
}
