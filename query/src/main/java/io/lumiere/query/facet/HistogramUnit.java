package io.lumiere.query.facet;

import io.lumiere.query.internal.lucene.TakenQueries;
import io.lumiere.schema.Precision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the buckets of a {@link Histogram} are. Immutable. */
public enum HistogramUnit {
  DAY(Precision.DAY, ChronoUnit.DAYS),
  MONTH(Precision.MONTH, ChronoUnit.MONTHS),
  YEAR(Precision.YEAR, ChronoUnit.YEARS),
  /** The shortest of the others that needs at most {@value Histogram#AUTO_BUCKETS} buckets. */
  AUTO(Precision.YEAR, ChronoUnit.YEARS);

  private final Precision precision;
  private final ChronoUnit step;

  HistogramUnit(Precision precision, ChronoUnit step) {
    this.precision = precision;
    this.step = step;
  }

  /** How much of a date must be known for its bucket to be known. */
  Precision precision() {
    return precision;
  }

  /** The first day of the bucket that holds a day. */
  LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case YEAR, AUTO -> day.withDayOfYear(1);
    };
  }

  /** The first day of the next bucket. */
  LocalDate next(LocalDate start) {
    return start.plus(1, step);
  }

  /** How many buckets there are from the one with a day to the one with another. */
  long buckets(LocalDate first, LocalDate last) {
    return step.between(start(first), start(last)) + 1;
  }

  /** What a bucket is called: {@code 2021}, {@code 2021-07} or {@code 2021-07-04}. */
  String label(LocalDate start) {
    return switch (this) {
      case DAY -> start.toString();
      case MONTH -> start.toString().substring(0, start.toString().length() - 3);
      case YEAR, AUTO -> String.format(Locale.ROOT, "%04d", start.getYear());
    };
  }

  /** The photos of a bucket. */
  DrillDown narrow(LocalDate start) {
    boolean isWritten = start.getYear() >= 1 && start.getYear() <= 9999;
    String name = step == ChronoUnit.YEARS ? "year:" : "date:";
    return new DrillDown(
        isWritten ? name + label(start) : null,
        TakenQueries.between(start, next(start).minusDays(1)));
  }
}
