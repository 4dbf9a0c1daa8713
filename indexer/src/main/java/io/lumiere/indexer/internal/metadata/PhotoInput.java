package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.scan.Companion;
import io.lumiere.schema.ImageInfo;
import java.time.Instant;
import java.util.List;

/**
 * A photo whose metadata are to be read.
 *
 * @param path relative to the archive's root; its names may hold a date
 * @param bytes the whole file
 * @param modified the file's last-modified time
 * @param image its pixels' dimensions
 * @param companions the files next to it that belong to it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by identity; megabytes are not copied.
public record PhotoInput(
    String path, byte[] bytes, Instant modified, ImageInfo image, List<Companion> companions) {}
