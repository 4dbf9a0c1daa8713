package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Set;

/** A recurring time: months, days of the week, times of day, in local time. Immutable. */
public sealed interface TakenPattern {
  /** Milliseconds of a day. */
  long DAY = 86_400_000L;

  /**
   * Whether a date and time matches.
   *
   * @param millis as {@link Fields#TAKEN} counts
   */
  boolean matches(long millis);

  /** Some months of every year. */
  record Months(Set<Month> months) implements TakenPattern {
    public Months {
      months = Set.copyOf(months);
    }

    @Override
    public boolean matches(long millis) {
      return months.contains(LocalDate.ofEpochDay(Math.floorDiv(millis, DAY)).getMonth());
    }
  }

  /** Some days of every week. */
  record Weekdays(Set<DayOfWeek> days) implements TakenPattern {
    public Weekdays {
      days = Set.copyOf(days);
    }

    @Override
    public boolean matches(long millis) {
      // The first of January 1970 was a Thursday.
      return days.contains(DayOfWeek.THURSDAY.plus(Math.floorDiv(millis, DAY) % 7));
    }
  }

  /**
   * A part of every day; one that ends before it begins extends past midnight.
   *
   * @param from its first moment
   * @param to its last, to the millisecond
   */
  record TimeOfDay(LocalTime from, LocalTime to) implements TakenPattern {
    @Override
    public boolean matches(long millis) {
      long time = Math.floorMod(millis, DAY);
      long first = from.toNanoOfDay() / 1_000_000;
      long last = to.toNanoOfDay() / 1_000_000;
      return first <= last ? first <= time && time <= last : time >= first || time <= last;
    }
  }
}
