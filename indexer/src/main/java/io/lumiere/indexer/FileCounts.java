package io.lumiere.indexer;

/**
 * How many files met with what in an index run. Immutable.
 *
 * @param added new photos
 * @param updated photos whose content, or whose sidecar files, have changed
 * @param moved photos found again under another path; they kept their id and vector
 * @param unchanged photos whose content is as it was
 * @param reread the unchanged ones whose metadata were read again
 * @param deleted photos that left the index because their files are gone
 * @param ignored how many of the deleted ones are still there, and ignored by rules now
 * @param damaged photos whose metadata this run read and found partly damaged
 * @param bytes bytes read from photos
 */
public record FileCounts(
    long added,
    long updated,
    long moved,
    long unchanged,
    long reread,
    long deleted,
    long ignored,
    long damaged,
    long bytes) {}
