package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

  /** A date and time on the clock. */
  DateText(LocalDateTime local, @Nullable ZoneOffset offset) {
    this(local, offset, Precision.TIME, false);
  }

  /** A day, or a month or year by its first day. */
  static DateText of(LocalDate day, Precision precision) {
    return new DateText(day.atStartOfDay(), null, precision, false);
  }

  /**
   * A day of the calendar, or as much of it as is known.
   *
   * @param month 0 where it is not known, and the day then is not either
   * @param day 0 where it is not known
   * @return null where there is no such day
   */
  static @Nullable DateText of(int year, int month, int day) {
    if (year == 0) {
      return null;
    }
    try {
      if (month == 0) {
        return of(LocalDate.of(year, 1, 1), Precision.YEAR);
      }
      return day == 0
          ? of(LocalDate.of(year, month, 1), Precision.MONTH)
          : of(LocalDate.of(year, month, day), Precision.DAY);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A moment. */
  static DateText of(Instant moment) {
    return new DateText(
        LocalDateTime.ofInstant(moment, ZoneOffset.UTC), ZoneOffset.UTC, Precision.TIME, true);
  }

  boolean hasTime() {
    return precision == Precision.TIME;
  }

  DateText withOffset(@Nullable ZoneOffset newOffset) {
    return new DateText(local, newOffset, precision, moment);
  }

  /** Whether this date agrees with {@code coarse} and is more precise. */
  boolean refines(DateText coarse) {
    return Dates.refines(local, precision, coarse.local, coarse.precision);
  }

  /** See {@link DateParser}. */
  static @Nullable DateText parse(@Nullable String text) {
    return DateParser.parse(text);
  }
}
