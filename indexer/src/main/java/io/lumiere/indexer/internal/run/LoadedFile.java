package io.lumiere.indexer.internal.run;

import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes in memory.
 *
 * @param task what they were read for
 * @param bytes the whole file; nobody changes them
 * @param modified milliseconds since the epoch, as of the reading
 * @param changed see {@link ChangeTimes}, as before the reading
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity; megabytes are not copied.
record LoadedFile(FileTask task, byte[] bytes, long modified, @Nullable Long changed) {
  /**
   * The file as the index has it.
   *
   * @param by what reads the metadata; null where not all of them could be read
   * @param future the earliest date that it refuses because it lies in the future
   */
  PhotoFile describe(String contentHash, @Nullable String by, @Nullable LocalDateTime future) {
    return new PhotoFile(
        task.path(),
        contentHash,
        bytes.length,
        Instant.ofEpochMilli(modified),
        task.file().companionState(),
        new Reading(by, changed, future));
  }
}
