package io.lumiere.app.command;

import io.lumiere.app.output.ChangingLine;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.gallery.SampleArchive;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.Hit;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.search.QueryImage;
import io.lumiere.workspace.setup.Packages;
import io.lumiere.workspace.setup.PlaceNamesSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Indexes and searches the sample archive. */
@Command(
    name = "demo",
    description = {
      "Does all the set-up, makes a sample archive, indexes it, searches it, and says how to search"
          + " your own photos.",
      "The photos come from three Debian packages of freely licensed wallpapers; where those cannot"
          + " be had, scenes are painted instead. Dates, cameras and places of the samples are"
          + " invented."
    },
    footer = {"  lumiere demo", "  lumiere demo --painted        without the packages of photos"})
final class DemoCommand extends ConsoleCommand {
  private static final String[] PACKAGES = {
    "lomiri-wallpapers-16.04", "mate-backgrounds", "plasma-workspace-wallpapers"
  };
  private static final int SHOWN = 5;

  @Option(
      names = "--painted",
      description = "Paint the scenes, even where the packages can be had.")
  boolean painted;

  DemoCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Path folder = painted ? home.cache().resolve("demo-painted") : home.demo();
    Path archive = folder.resolve("photos");
    Path index = folder.resolve("index");
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(null)) {
      archive(archive);
      say("2. lumiere index " + archive);
      index(archive, index, encoder);
      try (PhotoSearch search = IndexSearch.open(index, encoder)) {
        searches(search, encoder);
      }
      say("Your own photos");
      console.out().println("   ./lumiere index ~/Pictures");
      console.out().println("   ./lumiere search sunset --year 2021");
      note("or search the samples: --index " + index);
      return 0;
    }
  }

  private void archive(Path archive) {
    say("1. The sample archive");
    SampleArchive.Result made = SampleArchive.create(archive, packages(), this::passing);
    note(
        (made.painted() ? "painted scenes" : "photos")
            + ": "
            + made.photos()
            + " in "
            + archive
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

  private void index(Path archive, Path index, DualEncoder encoder) {
    IndexReport report;
    dropIfOutdated(index, encoder);
    try (ProgressLine progress = new ProgressLine(console, false)) {
      IndexerOptions options =
          IndexerOptions.DEFAULTS.withPlaces(new PlaceNamesSetup(home, setupLines).find());
      report = new Indexer(archive, index, encoder, options).run(progress);
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

  private void searches(PhotoSearch search, DualEncoder encoder) {
    say("3. lumiere search sunset --year 2021");
    SearchResult sunsets = show(search, request().text("sunset").year(2021));
    say(
        "4. A hybrid: what photos show, their words, a filter: lumiere search 'mountain lake' --not"
            + " people --from 2019");
    show(search, request().text("mountain lake").not("people").from(LocalDate.of(2019, 1, 1)));
    if (sunsets.hits().isEmpty()) {
      return;
    }
    Path first =
        Path.of(search.metadata().archive()).resolve(sunsets.hits().get(0).photo().file().path());
    say("5. By a picture, the first of the sunsets: lumiere search --image '" + first + "'");
    show(search, request().vector(QueryImage.encode(first, encoder)));
  }

  private static SearchRequestBuilder request() {
    return SearchRequest.builder().limit(SHOWN);
  }

  private SearchResult show(PhotoSearch search, SearchRequestBuilder request) {
    SearchResult result = search.search(request.build());
    for (Hit hit : result.hits()) {
      String title = hit.photo().caption().title();
      String taken = hit.photo().taken() == null ? "" : hit.photo().taken().known();
      console
          .out()
          .printf(
              Locale.ROOT,
              "   %2d  %.3f  %-10s  %s%s%n",
              hit.rank(),
              hit.score(),
              taken,
              hit.photo().file().path(),
              title == null ? "" : "  \"" + title + "\"");
    }
    note(result.took().toMillis() + " ms");
    return result;
  }

  private void say(String heading) {
    console.out().println();
    console.out().println(heading);
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
