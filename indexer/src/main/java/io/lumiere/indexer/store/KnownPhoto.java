package io.lumiere.indexer.store;

import io.lumiere.schema.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A photo in the index when the run began. Immutable.
 *
 * @param document Lucene's number of it, good for the run's snapshot
 * @param size in bytes
 * @param modified milliseconds since the epoch
 * @param sidecars state of the files next to it; null where there were none
 * @param reading how it was read
 */
public record KnownPhoto(
    int document, long size, long modified, @Nullable String sidecars, Reading reading) {}
