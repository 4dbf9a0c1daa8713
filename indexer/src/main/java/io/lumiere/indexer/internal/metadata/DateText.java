package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a file states it: the local one, never moved to another time zone.
 *
 * @param local date and time
 * @param offset from UTC where it is stated
 * @param precision how much of it is stated
 * @param moment whether a moment is stated, in UTC, and not what the clock on the wall said
 */
record DateText(
    LocalDateTime local, @Nullable ZoneOffset offset, Precision precision, boolean moment) {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:[:/.-]\\s?(\\d{1,2})(?:[:/.-]\\s?(\\d{1,2}))?|(\\d{2})(\\d{2}))?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):?\\s?(\\d{2})(?::?\\s?(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?");
  private static final Pattern OFFSET = Pattern.compile("Z|([+-])(\\d{2}):?(\\d{2})");
  private static final Pattern WHOLE =
      Pattern.compile(
          "("
              + DATE.pattern()
              + ")(?:(?:T|\\s+)("
              + TIME.pattern()
              + "))?\\s*("
              + OFFSET.pattern()
              + ")?");
  private static final int DAY_GROUP = 4;
  private static final int TIME_GROUP = 7;
  private static final int OFFSET_GROUP = 12;
  private static final int WIDEST_OFFSET = 15 * 3600;

  /** A date and time on the clock. */
  DateText(LocalDateTime local, @Nullable ZoneOffset offset) {
    this(local, offset, Precision.TIME, false);
  }

  /** A day, or a month or year by its first day. */
  static DateText of(LocalDate day, Precision precision) {
    return new DateText(day.atStartOfDay(), null, precision, false);
  }

  /** A moment. */
  static DateText of(Instant moment) {
    return new DateText(
        LocalDateTime.ofInstant(moment, ZoneOffset.UTC), ZoneOffset.UTC, Precision.TIME, true);
  }

  boolean hasTime() {
    return precision == Precision.TIME;
  }

  /**
   * Reads EXIF's {@code 2021:07:04 18:30:00}, XMP's and IPTC's ISO 8601 (a year or a month alone
   * mean their first day), and RFC 1123.
   */
  static @Nullable DateText parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String trimmed = text.replace('\0', ' ').strip();
    Matcher whole = WHOLE.matcher(trimmed);
    if (!whole.matches()) {
      return parseRfc1123(trimmed);
    }
    LocalDate date = parseDate(whole.group(1));
    String time = whole.group(TIME_GROUP);
    LocalTime clock = time == null ? LocalTime.MIDNIGHT : parseTime(time);
    if (date == null || clock == null) {
      return null;
    }
    return time == null
        ? of(date, precision(whole))
        : new DateText(date.atTime(clock), parseOffset(whole.group(OFFSET_GROUP)));
  }

  private static Precision precision(Matcher whole) {
    if (whole.group(DAY_GROUP) != null || whole.group(DAY_GROUP + 2) != null) {
      return Precision.DAY;
    }
    return whole.group(DAY_GROUP - 1) == null ? Precision.YEAR : Precision.MONTH;
  }

  /** Whole hours and minutes from UTC such as {@code +02:00}; null where it is anything else. */
  static @Nullable ZoneOffset parseOffset(@Nullable String text) {
    Matcher matcher = OFFSET.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(1) == null) {
      return ZoneOffset.UTC;
    }
    int seconds =
        Integer.parseInt(matcher.group(2)) * 3600 + Integer.parseInt(matcher.group(3)) * 60;
    return seconds > WIDEST_OFFSET
        ? null
        : ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds);
  }

  /** A time of day {@code 18:30:00.25} or {@code 183000}; null where there is no such time. */
  static @Nullable LocalTime parseTime(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    try {
      // Some cameras write hour 24 for 0, and leap seconds do exist.
      int hour = Integer.parseInt(matcher.group(1)) % 24;
      int second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
      return LocalTime.of(
          Integer.parseInt(matcher.group(1)) > 24 ? 99 : hour,
          Integer.parseInt(matcher.group(2)),
          second == 60 ? 59 : second,
          fraction(matcher.group(4)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Nanoseconds of the decimals of a second; 0 where they are none. */
  static int fraction(@Nullable String decimals) {
    String digits = decimals == null ? "" : decimals.strip();
    if (!digits.matches("\\d{1,9}")) {
      return 0;
    }
    return Integer.parseInt((digits + "00000000").substring(0, 9));
  }

  private static @Nullable LocalDate parseDate(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String month = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
    String day = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          month == null ? 1 : Integer.parseInt(month),
          day == null ? 1 : Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable DateText parseRfc1123(String text) {
    try {
      OffsetDateTime date = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return new DateText(date.toLocalDateTime(), date.getOffset());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
