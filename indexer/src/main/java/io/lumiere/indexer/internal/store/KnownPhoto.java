package io.lumiere.indexer.internal.store;

/**
 * A photo in the index when the run began.
 *
 * @param document Lucene's number of it, good for the run's snapshot
 * @param size in bytes
 * @param modified milliseconds since the epoch
 */
public record KnownPhoto(int document, long size, long modified) {}
