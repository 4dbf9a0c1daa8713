package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.Hit;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.search.QueryImage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
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
    DemoSamples samples = new DemoSamples(console, home, setupLines, painted);
    Path archive = samples.photos();
    Path index = samples.index();
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(null)) {
      say("1. The sample archive");
      samples.makeArchive();
      say("2. lumiere index " + archive);
      samples.makeIndex(encoder);
      try (PhotoSearch search = IndexSearch.open(index, encoder)) {
        searches(search, encoder);
      }
      say("Your own photos");
      console.out().println("   ./lumiere index ~/Pictures");
      console.out().println("   ./lumiere search sunset --year 2021");
      note("or search the samples: --index " + index);
      say("In a browser");
      console
          .out()
          .println(
              "   ./lumiere serve --demo" + (painted ? " --painted" : "") + "     the samples");
      console.out().println("   ./lumiere serve            your own photos");
      return 0;
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

  private void note(String text) {
    console.out().println("   " + text);
  }
}
