package io.lumiere.web.jobs;

import io.lumiere.base.Plural;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.ReindexReport;
import io.lumiere.indexer.Reindexer;
import io.lumiere.models.DualEncoder;
import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import java.nio.file.Path;

/** Gives each photo of an archive a vector of another model as well. */
final class ReindexWork implements JobWork {
  private final Home home;
  private final Archives archives;
  private final ArchiveEntry entry;
  private final String model;
  private final Path index;
  private final Reindexer reindexer;

  ReindexWork(Home home, Archives archives, ArchiveEntry entry, String model) {
    this.home = home;
    this.archives = archives;
    this.entry = entry;
    this.model = model;
    this.index = directory(entry);
    this.reindexer = new Reindexer(index, ReindexOptions.DEFAULTS);
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
                "the collection "
                    + entry.index()
                    + " gets another model by 'lumiere reindex', not from here, see"
                    + " docs/cluster.md"));
  }

  @Override
  public String writes() {
    return "index " + index;
  }

  @Override
  public JobKind kind() {
    return JobKind.REINDEX;
  }

  @Override
  public String title() {
    return "Encode " + entry.name() + " by the model " + model;
  }

  @Override
  public String archive() {
    return entry.id();
  }

  @Override
  public String run(Job job) {
    job.say("Opening the model");
    ModelChoice models = new ModelChoice(home, new JobNotes(job, 0));
    try (DualEncoder encoder = models.openFor(index, model)) {
      if (job.isStopAsked()) {
        return "Stopped before it began";
      }
      PhotoProgress progress = new PhotoProgress(job, archives, entry);
      ReindexReport report = reindexer.add(encoder, progress);
      Thread.interrupted(); // It was taken for the stop.
      if (report.isDefault() && !report.stopped()) {
        archives.followDefault(entry.id());
      }
      progress.count();
      return words(report);
    }
  }

  private String words(ReindexReport report) {
    String photos =
        report.withVector()
            + " of "
            + Plural.of(report.photos(), "photo")
            + " have a vector of "
            + model;
    return report.stopped() ? "Stopped: " + photos + "; the next time goes on from there" : photos;
  }

  @Override
  public void stop() {
    reindexer.stop();
  }

  @Override
  public boolean hold(boolean isHeld) {
    if (isHeld) {
      reindexer.pause();
    } else {
      reindexer.resume();
    }
    return true;
  }
}
