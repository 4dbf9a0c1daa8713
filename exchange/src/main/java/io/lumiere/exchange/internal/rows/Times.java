package io.lumiere.exchange.internal.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times as ISO 8601 writes them, also with a space between the two. */
public final class Times {
  /** Offsets may lack their minutes: +00, +02:00, Z. */
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendOffset("+HH:mm:ss", "Z")
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** Date and time without an offset; null if the text is not one. */
  public static @Nullable LocalDateTime local(String text) {
    try {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Date and time with an offset; null if the text is not one. */
  public static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T'), WITH_OFFSET).toInstant();
    } catch (DateTimeException e) {
      return exactInstant(text);
    }
  }

  /** Years of more than four digits are valid for instants, but not for dates with offsets. */
  private static @Nullable Instant exactInstant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
