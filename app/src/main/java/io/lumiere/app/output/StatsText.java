package io.lumiere.app.output;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Plural;
import io.lumiere.query.Coverage;
import io.lumiere.query.IndexStats;
import io.lumiere.schema.IndexMetadata;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints for people what is in an index. Not thread-safe. */
public final class StatsText {
  /** How many formats and cameras are named. */
  private static final int SHOWN = 12;

  private final PrintStream out;

  /** Text for a console's output. */
  public StatsText(Console console) {
    this.out = console.out();
  }

  /** Prints the archive, counts, models, and files that are not photos or could not be read. */
  public void print(IndexMetadata index, IndexStats stats) {
    printPhotos(index, stats);
    printModels(index.model(), stats);
    printLeftOut(stats);
  }

  private void printPhotos(IndexMetadata index, IndexStats stats) {
    out.println("Archive   " + index.archive());
    out.println(
        "Photos    "
            + stats.photos()
            + ", "
            + stats.dates().dated()
            + " with a date"
            + (stats.dates().guessed() == 0
                ? ""
                : ", "
                    + stats.dates().guessed()
                    + " with the file's time only (confidence:guess)"));
    if (stats.dates().earliest() != null && stats.dates().latest() != null) {
      out.println(
          "Taken     "
              + stats.dates().earliest().toLocalDate()
              + " to "
              + stats.dates().latest().toLocalDate());
    }
    out.println("Formats   " + list(stats.formats()));
    out.println("Cameras   " + list(stats.cameras()));
  }

  private void printModels(EmbeddingModel model, IndexStats stats) {
    out.println("Model     " + model.id() + ", " + model.dimension() + " dimensions");
    if (stats.models().size() > 1) {
      stats.models().forEach(coverage -> out.println("          " + words(coverage)));
    }
    IndexStats.Storage storage = stats.storage();
    if (storage != null) {
      out.printf(
          Locale.ROOT,
          "Index     %.1f MB in %s, %s%n",
          storage.bytes() / 1e6,
          Plural.of(storage.segments(), "segment"),
          Plural.of(storage.deletedDocuments(), "deleted document"));
    }
  }

  private void printLeftOut(IndexStats stats) {
    if (stats.skipped().total() > 0) {
      out.println("Passed over " + SkippedText.of(stats.skipped()));
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
            .limit(SHOWN)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
