package io.lumiere.query.language.dates;

import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * A season of three whole months, as weather services count them.
 *
 * @param first its first month
 */
record Season(Month first) {
  /** A season by its name; in the south of the Earth winter is when the north has summer. */
  static Optional<Season> named(String word, boolean southern) {
    return switch (word) {
      case "spring" -> of(Month.MARCH, southern);
      case "summer" -> of(Month.JUNE, southern);
      case "autumn", "fall" -> of(Month.SEPTEMBER, southern);
      case "winter" -> of(Month.DECEMBER, southern);
      default -> Optional.empty();
    };
  }

  private static Optional<Season> of(Month northern, boolean southern) {
    return Optional.of(new Season(northern.plus(southern ? 6 : 0)));
  }

  Set<Month> months() {
    return Set.of(first, first.plus(1), first.plus(2));
  }

  /** That of a year; one that goes on past the year's end belongs to the year it begins in. */
  When.Days in(int year) {
    YearMonth begins = YearMonth.of(year, first);
    return new When.Days(begins.atDay(1), begins.plusMonths(2).atEndOfMonth());
  }
}
