package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.StageTimes;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints for people what an index run did. Not thread-safe. */
public final class IndexText {
  private final PrintStream out;

  public IndexText(Console console) {
    this.out = console.out();
  }

  /** Prints what the run did, what it left out, and what could not be read. */
  public void print(IndexReport report, Path archive, String index) {
    printCounts(report, index);
    if (report.photos() == 0 && !report.stopped()) {
      out.println("There is no photo in " + archive + " that Lumiere reads");
    }
    printPhotos(report);
    printElsewhere(report);
    printLeftOut(report);
    report.modelsLeftOut().stream()
        .filter(left -> report.counts().added() + report.counts().updated() > 0)
        .forEach(this::printModel);
    if (!report.failures().isEmpty()) {
      out.println(Plural.of(report.failures().size(), "file", "could not be read:"));
      FailureList.print(out, report.failures(), "'lumiere stats' lists all");
    }
  }

  /** Prints where the time of a run went. */
  public void print(StageTimes stages) {
    out.printf(
        "For %.1f s the process used %.2f of the time of %s. The stages took of it, waiting for a"
            + " core included:%n",
        stages.elapsed().toMillis() / 1e3, stages.used(), Plural.of(stages.cores(), "core"));
    stages
        .times()
        .keySet()
        .forEach(stage -> out.printf("  %.3f  %s%n", stages.share(stage), stage.words()));
  }

  private void printCounts(IndexReport report, String index) {
    out.printf(
        "%s%s in %s: %d new, %d changed, %d moved, %d unchanged, %d gone (%s)%n",
        report.stopped() ? "Stopped; run it again to go on. " : "",
        Plural.of(report.photos(), "photo"),
        index,
        report.counts().added(),
        report.counts().updated(),
        report.counts().moved(),
        report.counts().unchanged(),
        report.counts().deleted(),
        ProgressLine.words(report.elapsed()));
  }

  private void printPhotos(IndexReport report) {
    if (report.counts().damaged() > 0) {
      out.println(
          Plural.of(
              report.counts().damaged(),
              "photo",
              "with damaged metadata: 'lumiere search has:note' lists all of the index"));
    }
    if (report.counts().reread() > 0) {
      out.println("Metadata read again: " + report.counts().reread());
    }
  }

  private void printElsewhere(IndexReport report) {
    if (report.elsewhere() > 0) {
      out.println("Done by other machines: " + report.elsewhere());
    }
  }

  private void printLeftOut(IndexReport report) {
    if (report.counts().ignored() > 0) {
      out.println("Gone because they are ignored now: " + report.counts().ignored());
    }
    if (!report.excludes().isEmpty()) {
      out.println("Left out by --exclude: " + String.join(", ", report.excludes()));
    }
    if (report.skipped().total() > 0) {
      out.println("Passed over: " + SkippedText.of(report.skipped()));
    }
  }

  private void printModel(String left) {
    out.println(
        "New and changed photos have no vector of model "
            + left
            + " yet: 'lumiere reindex --model "
            + left.substring(0, left.lastIndexOf('@'))
            + " --keep-default' adds it");
  }
}
