package io.lumiere.schema;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a photo's metadata were read, by which the next run knows whether to read them again.
 * Immutable.
 *
 * @param by what read them, and with which settings; null where that is not known, and they are
 *     read again
 * @param changed a number that differs between states of the file and its sidecars, by the times at
 *     which the file system changed them, which no program can set; null where it keeps none
 * @param future the earliest date that was refused because it lay in the future, by the clock on
 *     the wall and kept to the millisecond; null where none was
 */
public record Reading(@Nullable String by, @Nullable Long changed, @Nullable LocalDateTime future) {
  public static final Reading UNKNOWN = new Reading(null, null, null);

  private static final FieldGroup<Reading, Draft> GROUP =
      new FieldGroup<>(photo -> photo.file().reading(), draft -> draft.reading);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP
              .one(
                  Fields.READER,
                  FieldType.KEYWORD,
                  "what read the metadata, with which settings",
                  Reading::by,
                  (reading, by) -> reading.by = by)
              .forTheProgram(),
          GROUP
              .one(
                  Fields.CHANGED,
                  FieldType.LONG,
                  "state of the file and its sidecars by the times of their last change",
                  Reading::changed,
                  (reading, changed) -> reading.changed = changed)
              .forTheProgram(),
          GROUP
              .one(
                  Fields.TAKEN_REFUSED,
                  FieldType.LOCAL_TIME,
                  "a date that lay in the future when it was read, counted as `taken`",
                  Reading::future,
                  (reading, future) -> reading.future = future)
              .forTheProgram());

  public Reading {
    future = future == null ? null : future.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Gathers what fields give back. Not thread-safe. */
  static final class Draft {
    private @Nullable String by;
    private @Nullable Long changed;
    private @Nullable LocalDateTime future;

    Reading build() {
      return new Reading(by, changed, future);
    }
  }
}
