package io.lumiere.indexer.internal.metadata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Tells dates that a photo can have from those that clocks show which were never set.
 *
 * @param latest the last moment that is believed
 */
record DateLimits(LocalDateTime latest) {
  /** The year of the oldest photograph that is preserved. */
  private static final int EARLIEST_YEAR = 1826;

  private static final LocalDateTime MAC_EPOCH = LocalDate.of(1904, 1, 1).atStartOfDay();
  private static final long WIDEST_OFFSET = 14 * 3600L;

  boolean accept(LocalDateTime date) {
    return date.getYear() >= EARLIEST_YEAR
        && !date.isAfter(latest)
        && !date.equals(MAC_EPOCH)
        && !isUnixEpoch(date);
  }

  /** 1970-01-01T00:00Z, as the clock of any time zone of whole hours shows it. */
  private static boolean isUnixEpoch(LocalDateTime date) {
    long seconds = date.toEpochSecond(ZoneOffset.UTC);
    return Math.abs(seconds) <= WIDEST_OFFSET && seconds % 3600 == 0;
  }
}
