package io.lumiere.indexer.internal.run;

import io.lumiere.base.FailureText;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.internal.ignore.IgnoreRules;
import io.lumiere.indexer.internal.scan.DiskFile;
import io.lumiere.indexer.internal.scan.ScanSink;
import io.lumiere.indexer.internal.scan.Scanner;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.StoredPhotos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Walks the archive of an index, and refuses one that cannot be the index's. */
final class Walk {
  private final Path archive;
  private final PhotoDestination destination;
  private final IndexerOptions options;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally;

  Walk(
      Path archive,
      PhotoDestination destination,
      IndexerOptions options,
      RunState state,
      Ticker ticker,
      Tally tally) {
    this.archive = archive;
    this.destination = destination;
    this.options = options;
    this.state = state;
    this.ticker = ticker;
    this.tally = tally;
  }

  /**
   * Fills a plan; if the run is stopped meanwhile, the plan is incomplete.
   *
   * @param recorded where the archive was when it was indexed last
   * @param excludes what is ignored
   */
  void fill(Plan plan, StoredPhotos snapshot, String recorded, List<String> excludes) {
    boolean guarded = snapshot.size() > 0 && !options.rootMoved();
    ArchiveRoot root = guarded ? ArchiveRoot.of(archive, recorded) : ArchiveRoot.SAME;
    root.requireNotOther(archive, destination.name(), recorded);
    try {
      new Scanner(
              archive,
              destination.folder(),
              options.followLinks(),
              IgnoreRules.of(excludes),
              this::isStopped,
              new Watched(plan))
          .scan();
    } catch (IOException e) {
      throw new LumiereException("archive " + archive + ": " + FailureText.reason(e), e);
    }
    if (!state.isStopped()) {
      root.requireLikeness(archive, destination.name(), recorded, plan.sameSize(), snapshot.size());
      requirePhotos(plan, snapshot);
      if (guarded && destination.folder() == null) {
        ArchiveRoot.requireSome(
            archive,
            destination.name(),
            plan.sameOrMoved(),
            snapshot.size() - plan.missing().size(),
            snapshot.size());
      }
    }
  }

  /** Asked all the time by the scanner, which a pause holds here. */
  private boolean isStopped() {
    state.awaitRelease();
    return state.isStopped();
  }

  private void requirePhotos(Plan plan, StoredPhotos snapshot) {
    if (plan.found() == 0 && snapshot.size() > 0 && !options.allowEmpty()) {
      boolean ignored = plan.countIgnored(plan.missing().keySet()) > 0;
      throw new LumiereException(
          ignored ? Fault.ARCHIVE_IGNORED : Fault.ARCHIVE_EMPTY,
          String.format(
              Locale.ROOT,
              "there is no photo %sin %s and the index %s has %d",
              ignored ? "that is not ignored " : "",
              archive,
              destination.name(),
              snapshot.size()));
    }
  }

  /** Reports how far the walk is, and passes everything on to the plan. */
  private final class Watched implements ScanSink {
    private final Plan plan;

    Watched(Plan plan) {
      this.plan = plan;
    }

    @Override
    public void photo(DiskFile file) {
      plan.photo(file);
    }

    @Override
    public void skipped(String kind) {
      plan.skipped(kind);
    }

    @Override
    public void ignored(String path) {
      plan.ignored(path);
    }

    @Override
    public void unreadable(String path, String reason, boolean maybePhoto) {
      if (path.isEmpty()) {
        throw new LumiereException("archive " + archive + ": " + reason);
      }
      plan.unreadable(path, reason, maybePhoto);
    }

    @Override
    public void empty(String path) {
      if (!options.allowEmpty()) {
        plan.empty(path);
      }
    }

    @Override
    public void looking(long photos) {
      ticker.scanned(tally, photos);
    }
  }
}
