package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.CheckedOutput;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.exchange.CollectionExport;
import io.lumiere.exchange.ExportFormat;
import io.lumiere.exchange.ExportOptions;
import io.lumiere.exchange.ExportReport;
import io.lumiere.exchange.Exporter;
import io.lumiere.query.language.Interpretation;
import io.lumiere.query.language.QueryParser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes an index to a file of records. */
@Command(
    name = "export",
    description = {
      "Writes what an index knows of its photos, with their vectors, to JSON lines or Parquet: one"
          + " record a photo, the fields as docs/fields.md names them.",
      "Without --output it prints JSON lines. A file has its name only when it is complete.",
      "For OpenSearch: opensearch-mapping is the body of the request that makes the index,"
          + " opensearch-bulk the lines that its _bulk takes. docs/exchange.md shows how to load"
          + " them, and a search."
    },
    footer = {
      "  lumiere export --output photos.parquet",
      "  lumiere export --output photos.jsonl.gz --query 'date:2021 camera:canon'",
      "  lumiere export --no-vectors --fields path,taken,keywords | head",
      "  lumiere export --format opensearch-bulk --output photos.bulk.gz"
    })
final class ExportCommand extends ConsoleCommand {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; its name's end says the format. Default: the output.")
  @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}, where FILE's name does not say it.")
  @Nullable ExportFormat format;

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description =
          "Only photos that the filters of this search keep: date:2021, \"old bridge\" and so on."
              + " Bare words rank photos, and keep all.")
  @Nullable String query;

  @Option(
      names = "--fields",
      paramLabel = "FIELD",
      split = ",",
      description = "Only these fields, separated by commas.")
  @Nullable List<String> fields;

  @Option(names = "--no-vectors", description = "Leave out the vectors.")
  boolean noVectors;

  @Option(names = "--failures", description = "Also the files that could not be read.")
  boolean failures;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing of the progress and the end.")
  boolean quiet;

  @Mixin IndexOption index = new IndexOption();

  ExportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ExportOptions options = new ExportOptions(filter(), fields, !noVectors, failures);
    CollectionAddress address = index.collection(home);
    if (address == null) {
      Path directory = index.resolve(home);
      return run(new Exporter(directory, options), () -> EmptyIndex.tell(console, directory));
    }
    if (failures) {
      throw new IllegalArgumentException(
          "--failures finds nothing in a collection: it keeps no records of files that could not be"
              + " read");
    }
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    try (PhotoCollection collection = connect(address, quiet)) {
      return run(
          new Exporter(stopped -> new CollectionExport(collection, query, today, stopped), options),
          () -> EmptyIndex.tell(console, address));
    }
  }

  private int run(Exporter exporter, Runnable tellEmpty) {
    try (Interruption interruption = new Interruption(console, "no file is left");
        ProgressLine line = new ProgressLine(console, quiet)) {
      ExportReport report = export(exporter, line, interruption);
      line.clear();
      if (report.stopped()) {
        return ExitStatus.INTERRUPTED;
      }
      if (output != null && !quiet) {
        print(report, output);
      }
      console.out().requireReader(); // Who does not read gets no photo of any index.
      if (report.photos() == 0
          && query == null
          && format != ExportFormat.OPENSEARCH_MAPPING
          && !interruption.isStopped()) {
        tellEmpty.run();
      }
      return 0;
    }
  }

  private ExportReport export(Exporter exporter, ProgressLine line, Interruption interruption) {
    if (output != null) {
      ExportFormat written = format == null ? ExportFormat.of(output) : format;
      return exporter.toFile(output, written, line, interruption::isStopped);
    }
    if (format == ExportFormat.PARQUET) {
      throw new IllegalArgumentException(
          "--format " + format + " takes a file to write: name it with --output");
    }
    return print(exporter, line, interruption);
  }

  /** The reader of the output may stop early, as head does: that is not an error. */
  private ExportReport print(Exporter exporter, ProgressLine line, Interruption interruption) {
    CheckedOutput out = new CheckedOutput(console.out());
    try {
      ExportFormat printed = format == null ? ExportFormat.JSONL : format;
      return exporter.toStream(out, printed, line, interruption::isStopped);
    } catch (LumiereException e) {
      if (out.isUnread()) {
        return new ExportReport(0, 0, Duration.ZERO, false);
      }
      throw e;
    }
  }

  private @Nullable Query filter() {
    if (query == null) {
      return null;
    }
    Interpretation asked =
        new QueryParser(Clock.system(ZoneId.systemDefault()))
            .parse(query)
            .orThrow()
            .interpretation();
    if (asked.filter() == null) {
      throw new IllegalArgumentException(
          "--query '"
              + query
              + "' leaves no photo out: bare words only rank. Write a filter such as date:2021, or"
              + " quote the words that photos are to have");
    }
    return asked.filter();
  }

  private void print(ExportReport report, Path file) {
    if (format == ExportFormat.OPENSEARCH_MAPPING) {
      console.err().printf("settings and mapping in %s%n", file);
      return;
    }
    console
        .err()
        .printf(
            "%s%s in %s (%s)%n",
            Plural.of(report.photos(), "photo"),
            failures
                ? " and " + Plural.of(report.failures(), "file", "that could not be read")
                : "",
            file,
            ProgressLine.words(report.elapsed()));
  }
}
