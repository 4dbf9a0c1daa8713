package io.lumiere.indexer;

import io.lumiere.schema.SkippedFiles;
import java.time.Duration;
import java.util.List;

/**
 * What an index run did. Immutable.
 *
 * @param photos photos in the index now
 * @param added new photos
 * @param updated photos whose content, or whose sidecar files, have changed
 * @param moved photos found again under another path; they kept their id and vector
 * @param unchanged photos whose content is as it was
 * @param reread the unchanged ones whose metadata were read again
 * @param deleted photos that left the index because their files are gone
 * @param ignored how many of the deleted ones are still there, and ignored by rules now
 * @param skipped files that are not photos, or that rules ignore, by kind
 * @param excludes the rules of the command line that this run went by
 * @param damaged photos whose metadata this run read and found partly damaged
 * @param bytes bytes read from photos
 * @param failures files that could not be indexed, those of earlier runs that are still there
 *     included, and folders that could not be read; by path
 * @param modelsLeftOut models of the index that were not at hand: photos that this run added, or
 *     whose content has changed, have no vector of them until {@link Reindexer} gives them one
 * @param elapsed how long it took
 * @param stopped whether {@link Indexer#stop} ended it early; the next run goes on
 */
public record IndexReport(
    long photos,
    long added,
    long updated,
    long moved,
    long unchanged,
    long reread,
    long deleted,
    long ignored,
    SkippedFiles skipped,
    List<String> excludes,
    long damaged,
    long bytes,
    List<Failure> failures,
    List<String> modelsLeftOut,
    Duration elapsed,
    boolean stopped) {
  public IndexReport {
    excludes = List.copyOf(excludes);
    failures = List.copyOf(failures);
    modelsLeftOut = List.copyOf(modelsLeftOut);
  }
}
