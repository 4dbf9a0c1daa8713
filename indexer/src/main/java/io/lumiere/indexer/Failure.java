package io.lumiere.indexer;

/**
 * A file that could not be indexed, or a folder that could not be read. Immutable.
 *
 * @param path relative to the archive's root, {@code /} between folders
 * @param reason why, as a part of a sentence that follows the path and a colon
 */
public record Failure(String path, String reason) {}
