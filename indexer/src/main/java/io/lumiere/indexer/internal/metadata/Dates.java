package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Precision;
import java.time.LocalDateTime;

/** Compares dates of different precision. */
final class Dates {
  private Dates() {}

  /** Whether a date is more precise than a coarse one and lies within it. */
  static boolean refines(
      LocalDateTime date, Precision precision, LocalDateTime coarse, Precision coarsePrecision) {
    return precision.compareTo(coarsePrecision) > 0 && within(date, coarse, coarsePrecision);
  }

  /** Whether a date lies in the year, month, day or minute of a coarse one. */
  static boolean within(LocalDateTime date, LocalDateTime coarse, Precision coarsePrecision) {
    return switch (coarsePrecision) {
      case YEAR -> date.getYear() == coarse.getYear();
      case MONTH -> date.getYear() == coarse.getYear() && date.getMonth() == coarse.getMonth();
      case DAY -> date.toLocalDate().equals(coarse.toLocalDate());
      case TIME -> isSameTime(date, coarse);
    };
  }

  /** To the second, or to the minute where the coarse one may know no seconds. */
  private static boolean isSameTime(LocalDateTime date, LocalDateTime coarse) {
    LocalDateTime second = date.withNano(0);
    return (coarse.getSecond() == 0 ? second.withSecond(0) : second).equals(coarse.withNano(0));
  }
}
