package io.lumiere.indexer;

import io.lumiere.schema.SkippedFiles;
import java.time.Duration;
import java.util.List;

/**
 * What an index run did. Immutable.
 *
 * @param photos photos in the index now
 * @param counts what the run did with files
 * @param skipped files that are not photos, or that rules ignore, by kind
 * @param excludes the rules of the command line that this run went by
 * @param failures files that could not be indexed, those of earlier runs that are still there
 *     included, and folders that could not be read; by path
 * @param modelsLeftOut models of the index that were not at hand: photos that this run added, or
 *     whose content has changed, have no vector of them until {@link Reindexer} gives them one
 * @param elsewhere files that other machines dealt with, with which this one shared the work
 * @param elapsed how long it took
 * @param stages what the threads did, for who wants to know what a run waits for
 * @param stopped whether {@link Indexer#stop} ended it early; the next run goes on
 */
public record IndexReport(
    long photos,
    FileCounts counts,
    SkippedFiles skipped,
    List<String> excludes,
    List<Failure> failures,
    List<String> modelsLeftOut,
    long elsewhere,
    Duration elapsed,
    StageTimes stages,
    boolean stopped) {
  public IndexReport {
    excludes = List.copyOf(excludes);
    failures = List.copyOf(failures);
    modelsLeftOut = List.copyOf(modelsLeftOut);
  }
}
