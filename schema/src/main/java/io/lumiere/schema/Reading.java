package io.lumiere.schema;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a photo's metadata were read, by which the next run knows whether to read them again.
 * Immutable.
 *
 * @param by what read them, and with which settings; null where that is not known, and they are
 *     read again
 * @param changed tells one state of the file and its sidecars from another by the times at which
 *     the file system changed them, which no program can set; null where it keeps none
 * @param future the earliest date that was refused because it lay in the future, by the clock on
 *     the wall and kept to the millisecond; null where none was
 */
public record Reading(@Nullable String by, @Nullable Long changed, @Nullable LocalDateTime future) {
  public static final Reading UNKNOWN = new Reading(null, null, null);

  public Reading {
    future = future == null ? null : future.truncatedTo(ChronoUnit.MILLIS);
  }
}
