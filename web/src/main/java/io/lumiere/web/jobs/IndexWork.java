package io.lumiere.web.jobs;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.OpenModels;
import io.lumiere.workspace.setup.JpegXl;
import io.lumiere.workspace.setup.PlaceNamesSetup;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Brings an index up to date with its folder of photos; the index may be a new one. */
final class IndexWork implements JobWork {
  private final Home home;
  private final Archives archives;
  private final ArchiveEntry entry;
  private final Path index;
  private final Path photos;
  private final @Nullable String model;
  private final IndexerOptions options;
  private final boolean isNew;
  private @Nullable Indexer indexer;
  private boolean held;

  /**
   * The work.
   *
   * @param model the name of an installed one; null for those of the index, or the default
   * @param isNew whether the archive was listed for this work
   */
  IndexWork(
      Home home,
      Archives archives,
      ArchiveEntry entry,
      Path photos,
      @Nullable String model,
      IndexerOptions options,
      boolean isNew) {
    this.home = home;
    this.archives = archives;
    this.entry = entry;
    this.index = directory(entry);
    this.photos = photos;
    this.model = model;
    this.options = options;
    this.isNew = isNew;
  }

  /**
   * The index that is written to.
   *
   * @throws HttpProblem of status 422 if it is not a directory
   */
  static Path directory(ArchiveEntry entry) {
    return entry
        .index()
        .folder()
        .orElseThrow(() ->
            HttpProblem.unprocessable(
                "photos go into the collection "
                    + entry.index()
                    + " by 'lumiere index --to', not from here, see docs/cluster.md"));
  }

  @Override
  public String writes() {
    return "index " + index;
  }

  @Override
  public JobKind kind() {
    return JobKind.INDEX;
  }

  @Override
  public String title() {
    return "Index " + photos;
  }

  @Override
  public String archive() {
    return entry.id();
  }

  @Override
  public String run(Job job) {
    try {
      return index(job);
    } finally {
      Thread.interrupted(); // It was the stop, and what follows uses files.
      forgetWhatNeverCameToBe();
    }
  }

  private String index(Job job) {
    JobNotes notes = new JobNotes(job, 0);
    job.say("Opening the model");
    Indexer.requireArchive(photos);
    try (OpenModels models = new ModelChoice(home, notes).openAllFor(index, model)) {
      new JpegXl(home, notes).findFor(photos);
      Path places = new PlaceNamesSetup(home, notes).find();
      Indexer run = new Indexer(photos, index, models.encoders(), options.withPlaces(places));
      begin(run);
      if (job.isStopAsked()) {
        return "Stopped before it began";
      }
      PhotoProgress progress = new PhotoProgress(job, archives, entry);
      IndexReport report = run.run(progress);
      Thread.interrupted(); // It was taken for the stop.
      progress.count();
      return words(report);
    }
  }

  private static String words(IndexReport report) {
    String photos = Plural.of(report.photos(), "photo") + " in the index";
    if (report.stopped()) {
      return "Stopped with " + photos + "; indexing again goes on from there";
    }
    return report.failures().isEmpty()
        ? photos
        : photos + "; " + Plural.of(report.failures().size(), "file", "could not be read");
  }

  private synchronized void begin(Indexer run) {
    indexer = run;
    if (held) {
      run.pause();
    }
  }

  @Override
  public synchronized void stop() {
    if (indexer != null) {
      indexer.stop();
    }
  }

  @Override
  public synchronized boolean hold(boolean isHeld) {
    held = isHeld;
    if (indexer != null && isHeld) {
      indexer.pause();
    } else if (indexer != null) {
      indexer.resume();
    }
    return true;
  }

  /** An archive that was listed for an index which failed before it was made. */
  private void forgetWhatNeverCameToBe() {
    try {
      if (isNew && Indexer.metadata(index).isEmpty()) {
        archives.forget(entry.id());
      }
    } catch (LumiereException e) {
      // The list says what is wrong with it.
    }
  }
}
