package io.lumiere.schema;

import java.util.Locale;

/** How much of a date is known; what is not known is its first month, day or moment. Immutable. */
public enum Precision {
  YEAR,
  MONTH,
  DAY,
  /** The time of day, at least to the minute. */
  TIME;

  /** As the index has it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reverse of {@link #keyword}. */
  public static Precision of(String keyword) {
    return valueOf(keyword.toUpperCase(Locale.ROOT));
  }
}
