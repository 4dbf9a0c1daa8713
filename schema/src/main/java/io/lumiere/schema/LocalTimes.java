package io.lumiere.schema;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Converts local dates and times to and from the numbers of {@link Fields#TAKEN}. Thread-safe. */
public final class LocalTimes {
  private LocalTimes() {}

  /** Milliseconds of {@code local}, counted as if it were UTC; finer parts are cut off. */
  public static long toMillis(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** The local date and time of a value of {@link Fields#TAKEN}. */
  public static LocalDateTime fromMillis(long millis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1000L), Math.floorMod(millis, 1000) * 1_000_000, ZoneOffset.UTC);
  }

  /** The first millisecond of {@code day}. */
  public static long startOf(LocalDate day) {
    return toMillis(day.atStartOfDay());
  }

  /** The last millisecond of {@code day}: ranges of {@link Fields#TAKEN} have inclusive ends. */
  public static long endOf(LocalDate day) {
    return startOf(day.plusDays(1)) - 1;
  }
}
