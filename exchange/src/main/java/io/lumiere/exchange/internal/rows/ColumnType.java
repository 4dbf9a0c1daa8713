package io.lumiere.exchange.internal.rows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The kinds of values that a column may have. */
public enum ColumnType {
  STRING(String.class, "a text"),
  INT(Integer.class, "a whole number of 32 bits"),
  LONG(Long.class, "a whole number of 64 bits"),
  FLOAT(Float.class, "a number"),
  DOUBLE(Double.class, "a number"),
  /** Date and time without an offset, to the millisecond. */
  LOCAL_TIME(LocalDateTime.class, "a date and time such as 2021-07-04T18:30:00"),
  /** A moment, to the millisecond. */
  INSTANT(Instant.class, "a moment such as 2021-07-04T16:30:00Z"),
  STRINGS(List.class, "a list of texts"),
  VECTOR(float[].class, "a list of numbers");

  private final Class<?> values;
  private final String accepted;

  ColumnType(Class<?> values, String accepted) {
    this.values = values;
    this.accepted = accepted;
  }

  /** The class of its values. */
  public Class<?> valueClass() {
    return values;
  }

  /** What would be accepted, for messages. */
  public String accepted() {
    return accepted;
  }
}
