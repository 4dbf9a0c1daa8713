package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.JsonLine;
import io.lumiere.app.output.PassedOverWords;
import io.lumiere.app.output.Plural;
import io.lumiere.app.setup.Home;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.query.Coverage;
import io.lumiere.query.IndexStats;
import io.lumiere.query.PhotoSearch;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is in an index. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description =
        "Tells what is in an index: photos, dates, cameras, the model, and the files that could not"
            + " be read.",
    footerHeading = "%nExamples:%n",
    footer = {"  lumiere stats", "  lumiere stats --index /mnt/archive-index --json"})
final class StatsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin IndexOption index = new IndexOption();

  private final Console console;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path directory = index.resolve(new Home(console));
    try (PhotoSearch search = PhotoSearch.open(directory)) {
      if (json) {
        printJson(search);
      } else {
        print(search);
      }
      if (search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }

  private void print(PhotoSearch search) {
    IndexStats stats = search.stats();
    EmbeddingModel model = search.metadata().model();
    PrintStream out = console.out();
    out.println("Archive   " + search.metadata().archive());
    out.println(
        "Photos    "
            + stats.photos()
            + ", "
            + stats.dated()
            + " with a date"
            + (stats.guessed() == 0
                ? ""
                : ", " + stats.guessed() + " with the file's time only (confidence:guess)"));
    if (stats.earliest() != null && stats.latest() != null) {
      out.println(
          "Taken     " + stats.earliest().toLocalDate() + " to " + stats.latest().toLocalDate());
    }
    out.println("Formats   " + list(stats.formats()));
    out.println("Cameras   " + list(stats.cameras()));
    out.println("Model     " + model.id() + ", " + model.dimension() + " dimensions");
    if (stats.models().size() > 1) {
      stats.models().forEach(coverage -> out.println("          " + words(coverage)));
    }
    out.printf(
        Locale.ROOT,
        "Index     %.1f MB in %s, %s%n",
        stats.bytes() / 1e6,
        Plural.of(stats.segments(), "segment"),
        Plural.of(stats.deletedDocuments(), "deleted document"));
    if (stats.passedOver().total() > 0) {
      out.println("Passed over " + PassedOverWords.of(stats.passedOver()));
    }
    if (!stats.failures().isEmpty()) {
      out.println("Files that could not be read: " + stats.failures().size());
      stats
          .failures()
          .forEach(failure -> out.println("  " + failure.path() + ": " + failure.reason()));
    }
  }

  private static String words(Coverage coverage) {
    return coverage.model().exactName()
        + ": field "
        + coverage.model().field()
        + ", "
        + coverage.withVector()
        + " of "
        + Plural.of(coverage.photos(), "photo");
  }

  private static String list(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "unknown"
        : counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(12)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private void printJson(PhotoSearch search) {
    IndexStats stats = search.stats();
    EmbeddingModel model = search.metadata().model();
    JsonLine.print(
        console,
        line -> {
          line.writeStringField("archive", search.metadata().archive());
          line.writeNumberField("photos", stats.photos());
          line.writeNumberField("dated", stats.dated());
          line.writeNumberField("guessed", stats.guessed());
          line.writeStringField(
              "earliest", stats.earliest() == null ? null : stats.earliest().toString());
          line.writeStringField(
              "latest", stats.latest() == null ? null : stats.latest().toString());
          line.writeStringField("model", model.id());
          line.writeStringField("modelHash", model.contentHash());
          line.writeNumberField("dimension", model.dimension());
          line.writeArrayFieldStart("models");
          for (Coverage coverage : stats.models()) {
            line.writeStartObject();
            line.writeStringField("model", coverage.model().exactName());
            line.writeStringField("field", coverage.model().field());
            line.writeNumberField("dimension", coverage.model().model().dimension());
            line.writeNumberField("withVector", coverage.withVector());
            line.writeEndObject();
          }
          line.writeEndArray();
          line.writeNumberField("bytes", stats.bytes());
          line.writeNumberField("segments", stats.segments());
          for (String counted : new String[] {"formats", "cameras"}) {
            line.writeObjectFieldStart(counted);
            var counts = counted.equals("formats") ? stats.formats() : stats.cameras();
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
              line.writeNumberField(entry.getKey(), entry.getValue());
            }
            line.writeEndObject();
          }
          PassedOverWords.print(stats.passedOver(), line);
          line.writeArrayFieldStart("failures");
          for (IndexStats.Failure failure : stats.failures()) {
            line.writeStartObject();
            line.writeStringField("path", failure.path());
            line.writeStringField("reason", failure.reason());
            line.writeEndObject();
          }
          line.writeEndArray();
        });
  }
}
