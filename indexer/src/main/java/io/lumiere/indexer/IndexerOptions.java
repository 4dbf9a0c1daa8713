package io.lumiere.indexer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an index run is done. Start from {@link #DEFAULTS}. Immutable.
 *
 * @param workers photos that are decoded and encoded at the same time, at least 1
 * @param commitInterval the most work that a crash can lose; more than zero
 * @param followLinks whether symbolic links to folders are followed, each folder once; links to
 *     files are always followed
 * @param rootMoved whether an index of another archive folder is taken over for this one
 * @param allowEmpty whether photos whose archive, or whose folder in it, is there and empty are
 *     removed
 * @param retryFailures whether files that failed in an earlier run, and have not changed since, are
 *     tried again
 * @param zone the time zone of photos that do not say theirs; null to keep the zone that the index
 *     has, which has none at first
 * @param places the table of places that {@link io.lumiere.indexer.places.PlaceSetup} made; null,
 *     or a file that is not there, for none
 * @param excludes what to pass over, each a line of an ignore file in the archive's root; null to
 *     keep the index's, which has none at first
 * @param reread photos that are read again although they seem unchanged
 */
public record IndexerOptions(
    int workers,
    Duration commitInterval,
    boolean followLinks,
    boolean rootMoved,
    boolean allowEmpty,
    boolean retryFailures,
    @Nullable ZoneId zone,
    @Nullable Path places,
    @Nullable List<String> excludes,
    Reread reread) {
  /**
   * One worker more than there are cores, since each waits now and then for the thread that decodes
   * its photo, a commit every 30 seconds, links followed, nothing risky allowed.
   */
  public static final IndexerOptions DEFAULTS =
      new IndexerOptions(
          Runtime.getRuntime().availableProcessors() + 1,
          Duration.ofSeconds(30),
          true,
          false,
          false,
          false,
          null,
          null,
          null,
          Reread.NONE);

  public IndexerOptions {
    excludes = excludes == null ? null : List.copyOf(excludes);
    if (workers < 1) {
      throw new IllegalArgumentException("workers is " + workers + ", not at least 1");
    }
    if (!commitInterval.isPositive()) {
      throw new IllegalArgumentException(
          "commit interval is " + commitInterval + ", not more than zero");
    }
  }

  /** These options with another number of workers. */
  public IndexerOptions withWorkers(int value) {
    return with(draft -> draft.workers = value);
  }

  /** These options with another commit interval. */
  public IndexerOptions withCommitInterval(Duration value) {
    return with(draft -> draft.commitInterval = value);
  }

  /** These options with links to folders followed or not. */
  public IndexerOptions withFollowLinks(boolean value) {
    return with(draft -> draft.followLinks = value);
  }

  /** These options with the index of another archive folder taken over or refused. */
  public IndexerOptions withRootMoved(boolean value) {
    return with(draft -> draft.rootMoved = value);
  }

  /** These options with an archive without photos allowed or refused. */
  public IndexerOptions withAllowEmpty(boolean value) {
    return with(draft -> draft.allowEmpty = value);
  }

  /** These options with failures of earlier runs tried again or not. */
  public IndexerOptions withRetryFailures(boolean value) {
    return with(draft -> draft.retryFailures = value);
  }

  /** These options with a zone for photos that say nothing of theirs. */
  public IndexerOptions withZone(@Nullable ZoneId value) {
    return with(draft -> draft.zone = value);
  }

  /** These options with a table of places. */
  public IndexerOptions withPlaces(@Nullable Path value) {
    return with(draft -> draft.places = value);
  }

  /** These options with rules for what to pass over. */
  public IndexerOptions withExcludes(@Nullable List<String> value) {
    return with(draft -> draft.excludes = value);
  }

  /** These options with photos that are read again. */
  public IndexerOptions withReread(Reread value) {
    return with(draft -> draft.reread = value);
  }

  private IndexerOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.done();
  }

  /** A copy of options that can be changed, so that each change names one of them alone. */
  private static final class Draft {
    private int workers;
    private Duration commitInterval;
    private boolean followLinks;
    private boolean rootMoved;
    private boolean allowEmpty;
    private boolean retryFailures;
    private @Nullable ZoneId zone;
    private @Nullable Path places;
    private @Nullable List<String> excludes;
    private Reread reread;

    Draft(IndexerOptions options) {
      workers = options.workers;
      commitInterval = options.commitInterval;
      followLinks = options.followLinks;
      rootMoved = options.rootMoved;
      allowEmpty = options.allowEmpty;
      retryFailures = options.retryFailures;
      zone = options.zone;
      places = options.places;
      excludes = options.excludes;
      reread = options.reread;
    }

    IndexerOptions done() {
      return new IndexerOptions(
          workers,
          commitInterval,
          followLinks,
          rootMoved,
          allowEmpty,
          retryFailures,
          zone,
          places,
          excludes,
          reread);
    }
  }
}
