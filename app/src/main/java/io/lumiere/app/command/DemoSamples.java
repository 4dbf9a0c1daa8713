package io.lumiere.app.command;

import io.lumiere.app.output.ChangingLine;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.app.output.SetupLines;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.gallery.SampleArchive;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.setup.Packages;
import io.lumiere.workspace.setup.PlaceNamesSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sample archive and its index, made where they are not there. Not thread-safe. */
final class DemoSamples {
  private static final String[] PACKAGES = {
    "lomiri-wallpapers-16.04", "mate-backgrounds", "plasma-workspace-wallpapers"
  };

  private final Console console;
  private final Home home;
  private final SetupLines setupLines;
  private final boolean painted;
  private final Path folder;

  /** The samples: photos, or painted scenes. */
  DemoSamples(Console console, Home home, SetupLines setupLines, boolean painted) {
    this.console = console;
    this.home = home;
    this.setupLines = setupLines;
    this.painted = painted;
    this.folder = painted ? home.cache().resolve("demo-painted") : home.demo();
  }

  Path photos() {
    return folder.resolve("photos");
  }

  Path index() {
    return folder.resolve("index");
  }

  /** Makes the photos, as far as they are not there. */
  void makeArchive() {
    SampleArchive.Result made = SampleArchive.create(photos(), packages(), this::passing);
    note(
        (made.painted() ? "painted scenes" : "photos")
            + ": "
            + made.photos()
            + " in "
            + photos()
            + "; authors and licences are in manifest.tsv there:");
    made.credits().forEach(this::note);
  }

  private List<Path> packages() {
    if (painted) {
      return List.of();
    }
    try {
      return new Packages(home, setupLines).unpack(PACKAGES);
    } catch (LumiereException e) {
      note(
          "the photo packages cannot be had here ("
              + e.getMessage()
              + "): painting scenes instead");
      return List.of();
    }
  }

  /** Indexes the photos. */
  void makeIndex(DualEncoder encoder) {
    Path index = index();
    IndexReport report;
    dropIfOutdated(index, encoder);
    try (ProgressLine progress = new ProgressLine(console, false)) {
      IndexerOptions options =
          IndexerOptions.DEFAULTS.withPlaces(new PlaceNamesSetup(home, setupLines).find());
      report = new Indexer(photos(), index, encoder, options).run(progress);
    }
    long read = report.counts().added() + report.counts().updated();
    double seconds = report.elapsed().toMillis() / 1000.0;
    note(
        String.format(
            Locale.ROOT,
            "%s, %d of them new or changed, in %s (%.1f photos/s)",
            Plural.of(report.photos(), "photo"),
            read,
            ProgressLine.words(report.elapsed()),
            read / Math.max(seconds, 1e-3)));
  }

  /** The samples' index can be made again at any time: one of an older model is in the way. */
  private void dropIfOutdated(Path index, DualEncoder encoder) {
    if (!Files.exists(index)) {
      return;
    }
    try (PhotoSearch search = IndexSearch.open(index, encoder)) {
      search.metadata();
    } catch (LumiereException e) {
      note(e.getMessage() + "; the samples are indexed again");
      deleteFiles(index);
    }
  }

  private static void deleteFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be emptied: " + e.getMessage(), e);
    }
  }

  /** Something that a person who waits wants to see, and nobody afterwards. */
  private void passing(String text) {
    if (console.showsProgress()) {
      new ChangingLine(console).draw("   " + text);
      console.err().printExact("\r");
    }
  }

  private void note(String text) {
    console.out().println("   " + text);
  }
}
