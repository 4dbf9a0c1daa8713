package io.lumiere.exchange;

import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is exported. Immutable.
 *
 * @param filter the photos that are kept; null for all
 * @param fields the names of fields; null for all
 * @param vectors whether vectors are exported
 * @param failures whether the files that could not be read are exported
 */
public record ExportOptions(
    @Nullable Query filter, @Nullable List<String> fields, boolean vectors, boolean failures) {
  /** All photos with all their fields and vectors. */
  public static final ExportOptions DEFAULTS = new ExportOptions(null, null, true, false);

  public ExportOptions {
    fields = fields == null ? null : List.copyOf(fields);
    if (fields != null && fields.isEmpty()) {
      throw new IllegalArgumentException("no field is named to export: name at least one");
    }
  }

  /** These options with another filter. */
  public ExportOptions withFilter(@Nullable Query newFilter) {
    return new ExportOptions(newFilter, fields, vectors, failures);
  }

  /** These options with other fields. */
  public ExportOptions withFields(@Nullable List<String> newFields) {
    return new ExportOptions(filter, newFields, vectors, failures);
  }

  /** These options with or without vectors. */
  public ExportOptions withVectors(boolean newVectors) {
    return new ExportOptions(filter, fields, newVectors, failures);
  }

  /** These options with or without failures. */
  public ExportOptions withFailures(boolean newFailures) {
    return new ExportOptions(filter, fields, vectors, newFailures);
  }
}
