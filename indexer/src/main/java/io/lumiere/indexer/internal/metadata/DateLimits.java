package io.lumiere.indexer.internal.metadata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a date can be that of a photo: clocks that were never set show other dates.
 *
 * @param latest the last moment that is believed
 */
record DateLimits(LocalDateTime latest) {
  /** The year of the oldest photograph that is preserved. */
  private static final int EARLIEST_YEAR = 1826;

  private static final LocalDate MAC_EPOCH = LocalDate.of(1904, 1, 1);
  private static final LocalDate DOS_EPOCH = LocalDate.of(1980, 1, 1);
  private static final long WIDEST_OFFSET = 14 * 3600L;

  /** Why {@code text} cannot be the date of a photo; null if it can. */
  @Nullable String objection(DateText text) {
    LocalDateTime date = text.local();
    if (date.getYear() < EARLIEST_YEAR) {
      return "it is older than photography";
    }
    if (isFuture(text)) {
      return "it lies in the future";
    }
    if (isEpoch(date, MAC_EPOCH) || isEpoch(date, LocalDate.EPOCH) || isDosEpoch(date, text)) {
      return "it is what a clock shows that was never set";
    }
    return null;
  }

  /** Whether {@code text} lies after all that is believed. */
  boolean isFuture(DateText text) {
    return text.local().isAfter(latest);
  }

  /** Midnight of the day in UTC, as the clock of any time zone of whole hours shows it. */
  private static boolean isEpoch(LocalDateTime date, LocalDate epoch) {
    long seconds = date.toEpochSecond(ZoneOffset.UTC) - epoch.toEpochDay() * 86_400;
    return Math.abs(seconds) <= WIDEST_OFFSET && seconds % 3600 == 0;
  }

  /** Local by its definition, and only where a time of day is stated: people do date scans so. */
  private static boolean isDosEpoch(LocalDateTime date, DateText text) {
    return text.hasTime() && date.equals(DOS_EPOCH.atStartOfDay());
  }
}
