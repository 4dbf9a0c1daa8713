package io.lumiere.indexer.internal.run;

import io.lumiere.schema.Photo.PhotoFile;
import java.time.Instant;

/**
 * A file's bytes in memory.
 *
 * @param task what they were read for
 * @param bytes the whole file; nobody changes them
 * @param modified milliseconds since the epoch, as of the reading
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity; megabytes are not copied.
record LoadedFile(FileTask task, byte[] bytes, long modified) {
  PhotoFile describe(String contentHash) {
    return new PhotoFile(
        task.path(),
        contentHash,
        bytes.length,
        Instant.ofEpochMilli(modified),
        task.file().companionState());
  }
}
