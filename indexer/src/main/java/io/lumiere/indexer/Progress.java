package io.lumiere.indexer;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far an index run is: a snapshot. Immutable.
 *
 * @param phase what is being done
 * @param done photos and failures that are dealt with, unchanged ones included; while scanning, the
 *     photos found so far
 * @param total how many there are; empty while scanning
 * @param counts what was done with files so far
 * @param failed files that could not be indexed
 * @param rate photos read per second, lately; 0 while that is not known
 * @param remaining estimate of the time left; null while there is none
 * @param elapsed since the run began
 */
public record Progress(
    Phase phase,
    long done,
    OptionalLong total,
    FileCounts counts,
    long failed,
    double rate,
    @Nullable Duration remaining,
    Duration elapsed) {

  /** What an index run does, in this order. */
  public enum Phase {
    /** Walks the archive and compares it with the index. */
    SCANNING,
    /** Reads, encodes and writes photos. */
    INDEXING,
    /** Commits for the last time; the next report is the run's last. */
    FINISHING
  }
}
