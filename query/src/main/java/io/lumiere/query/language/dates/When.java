package io.lumiere.query.language.dates;

import io.lumiere.query.internal.lucene.TakenPattern;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a date as people say it means. Immutable. */
public sealed interface When {
  /** In words, days as {@code 2021-07-04}. */
  String words();

  /**
   * Days in a row.
   *
   * @param from the first
   * @param to the last, not before {@code from}
   */
  record Days(LocalDate from, LocalDate to) implements When {
    public Days {
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(from + " is after " + to);
      }
    }

    /** One day. */
    public Days(LocalDate day) {
      this(day, day);
    }

    @Override
    public String words() {
      return from.equals(to) ? "on " + from : "from " + from + " to " + to;
    }
  }

  /** Days that come back: some months, some days of the week. */
  record Recurring(TakenPattern pattern) implements When {
    @Override
    public String words() {
      return switch (pattern) {
        case TakenPattern.Months months ->
            "in "
                + months.months().stream()
                    .sorted()
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(Collectors.joining(" or "))
                + " of any year";
        case TakenPattern.Weekdays days ->
            "on a "
                + days.days().stream()
                    .sorted()
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(Collectors.joining(" or "));
        case TakenPattern.TimeOfDay times -> "from " + times.from() + " to " + times.to();
      };
    }
  }
}
