package io.lumiere.query.language.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Dates that depend on the day they are said on.
 *
 * @param today that day
 * @param southern whether seasons are those of the southern half of the Earth
 */
record RelativeDates(LocalDate today, boolean southern) {
  /** {@code yesterday}. */
  Optional<When.Days> one(String word) {
    return switch (word) {
      case "today" -> Optional.of(new When.Days(today));
      case "yesterday" -> Optional.of(new When.Days(today.minusDays(1)));
      case "christmas", "xmas" -> Optional.of(latest(RelativeDates::christmas));
      default -> Optional.empty();
    };
  }

  /** {@code last week}. */
  Optional<When.Days> two(String which, String what) {
    return switch (which) {
      case "this" -> around(what, 0);
      case "last", "past", "previous" ->
          around(what, -1)
              .or(() -> CalendarNames.day(what).map(this::lastWeekday))
              .or(() ->
                  CalendarNames.month(what)
                      .map(month -> ended(year -> WrittenDates.month(year, month))))
              .or(() -> Season.named(what, southern).map(season -> ended(season::in)))
              .or(() ->
                  Optional.of(what)
                      .filter("christmas"::equals)
                      .map(christmas -> ended(RelativeDates::christmas)));
      default -> Optional.empty();
    };
  }

  /** {@code last 30 days}, {@code 3 weeks ago}. */
  Optional<When.Days> three(String first, String second, String third) {
    if (third.equals("ago")) {
      Optional<Integer> number = first.equals("a") ? Optional.of(1) : FriendlyDates.number(first);
      return number.flatMap(count -> around(singular(second), -count));
    }
    if (first.equals("last") || first.equals("past")) {
      return FriendlyDates.number(second)
          .filter(count -> count > 0)
          .flatMap(count ->
              unit(singular(third))
                  .map(unit -> new When.Days(today.minus(count, unit).plusDays(1), today)));
    }
    return Optional.empty();
  }

  static When.Days christmas(int year) {
    return new When.Days(LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 26));
  }

  /** The day, week, weekend, month or year so many after the present one. */
  private Optional<When.Days> around(String what, int count) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (what) {
      case "day" -> Optional.of(new When.Days(today.plusDays(count)));
      case "week" -> {
        LocalDate first = monday.plusWeeks(count);
        yield Optional.of(new When.Days(first, first.plusDays(6)));
      }
      case "weekend" -> {
        LocalDate saturday = monday.plusDays(5).plusWeeks(count);
        yield Optional.of(new When.Days(saturday, saturday.plusDays(1)));
      }
      case "month" -> {
        LocalDate day = today.plusMonths(count);
        yield Optional.of(WrittenDates.month(day.getYear(), day.getMonth()));
      }
      case "year" -> {
        int year = today.getYear() + count;
        yield year < 1 ? Optional.empty() : Optional.of(WrittenDates.year(year));
      }
      default -> count == 0 ? thisYears(what) : Optional.empty();
    };
  }

  private Optional<When.Days> thisYears(String what) {
    int year = today.getYear();
    return CalendarNames.month(what)
        .map(month -> WrittenDates.month(year, month))
        .or(() -> Season.named(what, southern).map(season -> goingOn(season::in)))
        .or(() ->
            CalendarNames.day(what)
                .map(day ->
                    new When.Days(
                        today
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .with(TemporalAdjusters.nextOrSame(day)))));
  }

  private When.Days lastWeekday(DayOfWeek day) {
    return new When.Days(today.with(TemporalAdjusters.previous(day)));
  }

  /** The latest that ended before today. */
  private When.Days ended(IntFunction<When.Days> ofYear) {
    int year = today.getYear();
    while (!ofYear.apply(year).to().isBefore(today)) {
      year--;
    }
    return ofYear.apply(year);
  }

  /** That of this year, unless that of the year before goes on. */
  private When.Days goingOn(IntFunction<When.Days> ofYear) {
    When.Days before = ofYear.apply(today.getYear() - 1);
    return before.to().isBefore(today) ? ofYear.apply(today.getYear()) : before;
  }

  /** The latest that has begun. */
  private When.Days latest(IntFunction<When.Days> ofYear) {
    int year = today.getYear();
    return ofYear.apply(year).from().isAfter(today) ? ofYear.apply(year - 1) : ofYear.apply(year);
  }

  private static String singular(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Optional<ChronoUnit> unit(String word) {
    return switch (word) {
      case "day" -> Optional.of(ChronoUnit.DAYS);
      case "week" -> Optional.of(ChronoUnit.WEEKS);
      case "month" -> Optional.of(ChronoUnit.MONTHS);
      case "year" -> Optional.of(ChronoUnit.YEARS);
      default -> Optional.empty();
    };
  }
}
