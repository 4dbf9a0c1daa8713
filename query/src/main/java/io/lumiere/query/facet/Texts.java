package io.lumiere.query.facet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes filters in the language of searches. */
final class Texts {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,60}");

  /** What ends a quote, or is taken for what does. */
  private static final Pattern QUOTE = Pattern.compile("[\"\u201c\u201d\u201e]");

  /** A search has room for several of these. */
  private static final int MAX_LENGTH = 600;

  private Texts() {}

  /** A field that is exactly a value; null where the language cannot say that. */
  static @Nullable String exactly(String field, String value) {
    if (PLAIN.matcher(value).matches()) {
      return field + "=" + value;
    }
    return value.isEmpty() || value.length() > MAX_LENGTH || QUOTE.matcher(value).find()
        ? null
        : field + "=\"" + value + "\"";
  }
}
