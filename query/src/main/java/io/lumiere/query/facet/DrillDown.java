package io.lumiere.query.facet;

import java.util.regex.Pattern;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the photos of a value.
 *
 * @param text in the language of searches; null where it cannot say it
 * @param query as Lucene says it
 */
record DrillDown(@Nullable String text, Query query) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,60}");

  /** The characters that end a quote. */
  private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u201d\u201e]");

  /** A search has room for several of these. */
  private static final int MAX_LENGTH = 600;

  /**
   * Photos with exactly this value of a keyword field.
   *
   * @param name what searches call the field
   */
  static DrillDown exactly(String name, String field, String value) {
    return exactly(name, value, KeywordField.newExactQuery(field, value));
  }

  /** Photos with exactly this value of what searches call {@code name}. */
  static DrillDown exactly(String name, String value, Query query) {
    return new DrillDown(text(name, value), query);
  }

  /** Photos that this keeps and another. */
  DrillDown and(DrillDown other) {
    return new DrillDown(
        text == null || other.text == null ? null : text + " " + other.text,
        new BooleanQuery.Builder().add(query, Occur.FILTER).add(other.query, Occur.FILTER).build());
  }

  private static @Nullable String text(String name, String value) {
    if (PLAIN.matcher(value).matches()) {
      return name + "=" + value;
    }
    return value.isEmpty() || value.length() > MAX_LENGTH || QUOTE.matcher(value).find()
        ? null
        : name + "=\"" + value + "\"";
  }
}
