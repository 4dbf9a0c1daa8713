package io.lumiere.exchange;

import java.time.Duration;
import java.util.List;

/**
 * What an import did. Immutable.
 *
 * @param photos how many photos the index has now; 0 where it was stopped
 * @param added records of photos that it did not have
 * @param replaced records of photos that it had
 * @param failures records of files that could not be read
 * @param incomplete of the photos, those whose records lacked what the next indexing finds out
 * @param bad records that were left out
 * @param problems what was wrong with the first of those, a line each
 * @param elapsed how long it took
 * @param stopped whether it was stopped early; then a directory is as it was, and a collection has
 *     at most what was counted
 */
public record ImportReport(
    long photos,
    long added,
    long replaced,
    long failures,
    long incomplete,
    long bad,
    List<String> problems,
    Duration elapsed,
    boolean stopped) {
  public ImportReport {
    problems = List.copyOf(problems);
  }
}
