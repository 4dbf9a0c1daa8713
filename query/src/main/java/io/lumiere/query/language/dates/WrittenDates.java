package io.lumiere.query.language.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in digits: years, months, days, decades. Thread-safe. */
public final class WrittenDates {
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?)?");
  private static final Pattern DECADE = Pattern.compile("(\\d{3}0)s");
  private static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?");

  private WrittenDates() {}

  /** The days of {@code 2021}, {@code 2021-07}, {@code 2021-07-04} or {@code 2020s}; else empty. */
  public static Optional<When.Days> read(String word) {
    Matcher decade = DECADE.matcher(word);
    if (decade.matches()) {
      int first = Integer.parseInt(decade.group(1));
      return first < 1
          ? Optional.empty()
          : Optional.of(new When.Days(LocalDate.of(first, 1, 1), LocalDate.of(first + 9, 12, 31)));
    }
    Matcher digits = DIGITS.matcher(word);
    if (!digits.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(digits.group(1));
    if (digits.group(3) == null) {
      return year < 1 ? Optional.empty() : Optional.of(year(year));
    }
    int month = Integer.parseInt(digits.group(3));
    if (digits.group(4) != null) {
      return day(year, month, Integer.parseInt(digits.group(4)));
    }
    return year < 1 || month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(month(year, Month.of(month)));
  }

  static When.Days year(int year) {
    return new When.Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  static When.Days month(int year, Month month) {
    YearMonth whole = YearMonth.of(year, month);
    return new When.Days(whole.atDay(1), whole.atEndOfMonth());
  }

  /** Empty where there is no such day. */
  static Optional<When.Days> day(int year, int month, int day) {
    try {
      return year < 1
          ? Optional.empty()
          : Optional.of(new When.Days(LocalDate.of(year, month, day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 4}, {@code 4th}, {@code 4.} */
  static Optional<Integer> dayOfMonth(String word) {
    Matcher day = DAY_OF_MONTH.matcher(word);
    return day.matches() ? Optional.of(Integer.valueOf(day.group(1))) : Optional.empty();
  }
}
