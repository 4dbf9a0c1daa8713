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

  /** What ZIP archives of no date give: day 0 of month 0 of 1980. */
  private static final LocalDate BEFORE_DOS_EPOCH = LocalDate.of(1979, 11, 30);

  /** The zero of spreadsheets' and OLE's dates. */
  private static final LocalDate OLE_EPOCH = LocalDate.of(1899, 12, 30);

  /** Why {@code text} cannot be the date of a photo; null if it can. */
  @Nullable String objection(DateText text, DateSource source) {
    LocalDateTime date = text.local();
    if (date.getYear() < EARLIEST_YEAR) {
      return "it is older than photography";
    }
    if (isFuture(text)) {
      return "it lies in the future";
    }
    if (isEpoch(date, MAC_EPOCH)
        || isEpoch(date, LocalDate.EPOCH)
        || isLocalEpoch(date, text)
        || isUnpackedEpoch(date, source)) {
      return "it is what a clock shows that was never set";
    }
    return null;
  }

  /** Whether {@code text} lies after all that is believed. */
  boolean isFuture(DateText text) {
    return text.local().isAfter(latest);
  }

  /** Midnight of the day in UTC, as the clock of any time zone shows it. */
  private static boolean isEpoch(LocalDateTime date, LocalDate epoch) {
    return Zones.isOffsetInUse(secondsSince(epoch, date));
  }

  private static long secondsSince(LocalDate epoch, LocalDateTime date) {
    return date.toEpochSecond(ZoneOffset.UTC) - epoch.toEpochDay() * 86_400;
  }

  /** Local by their definition, and only where a time of day is stated: people date scans so. */
  private static boolean isLocalEpoch(LocalDateTime date, DateText text) {
    return text.hasTime()
        && (date.equals(DOS_EPOCH.atStartOfDay()) || date.equals(OLE_EPOCH.atStartOfDay()));
  }

  /** The same of files that were unpacked: moments, by the zone in which that was done. */
  private static boolean isUnpackedEpoch(LocalDateTime moment, DateSource source) {
    return source == DateSource.FILE_MODIFIED
        && (Zones.isOffsetInUse(-secondsSince(DOS_EPOCH, moment))
            || Zones.isOffsetInUse(-secondsSince(BEFORE_DOS_EPOCH, moment)));
  }
}
