package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.FailureList;
import io.lumiere.app.output.FewerCopies;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.app.output.ReindexJson;
import io.lumiere.base.Plural;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.DropReport;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.ReindexOptions.DefaultChange;
import io.lumiere.indexer.ReindexReport;
import io.lumiere.indexer.Reindexer;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.ModelChoice;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds a model to an index, or drops one. */
@Command(
    name = "reindex",
    description = {
      "Adds a model to an index: every photo is read once more and gets a second vector beside the"
          + " one it has. Searches go on meanwhile; 'search --model NAME' sees what is done so far."
          + " Ctrl-C stops it cleanly, and the next run goes on.",
      "When every photo has the vector, the model becomes the index's default."
    },
    footer = {
      "  lumiere reindex --model clip-vit-b-32",
      "  lumiere reindex --drop starter         remove the vectors of the old model"
    })
final class ReindexCommand extends ConsoleCommand {
  @ArgGroup(multiplicity = "1")
  Task task = new Task();

  /** Which model comes or goes. */
  static final class Task {
    @Option(
        names = "--model",
        paramLabel = "NAME",
        description = "The model to add, or to make the default again.")
    @Nullable String model;

    @Option(names = "--drop", paramLabel = "NAME", description = "The model to drop.")
    @Nullable String drop;
  }

  @ArgGroup Default defaults = new Default();

  /** What becomes of the default. */
  static final class Default {
    @Option(names = "--keep-default", description = "Leave the index's default as it is.")
    boolean keep;

    @Option(
        names = "--make-default",
        description = "Make the model the default even if some photos lack its vector.")
    boolean force;
  }

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Photos worked on at a time. Default: one more than cores.")
  int workers = ReindexOptions.DEFAULTS.workers();

  @Option(names = "--json", description = "Print the report as one JSON object.")
  boolean json;

  @Mixin IndexOption index = new IndexOption();

  private @Nullable CollectionDestination into;

  ReindexCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ReindexOptions options =
        ReindexOptions.DEFAULTS.withWorkers(workers).withDefaultChange(defaultChange());
    CollectionAddress address = index.collection(home);
    if (address == null) {
      Path directory = index.resolve(home);
      return run(
          new Reindexer(directory, options),
          () -> new ModelChoice(home, setupLines).openFor(directory, task.model));
    }
    try (PhotoCollection collection = connect(address, json)) {
      into = new CollectionDestination(collection, PushOptions.DEFAULT);
      return run(
          new Reindexer(into, options),
          () ->
              new ModelChoice(home, setupLines)
                  .openFor(collection.metadata(), address.toString(), task.model));
    }
  }

  private int run(Reindexer reindexer, Supplier<DualEncoder> model) {
    try (Interruption interruption =
            new Interruption(console, "what was done is kept", reindexer::stop);
        ProgressLine progress = new ProgressLine(console, json)) {
      int status =
          task.drop == null
              ? add(reindexer, model, progress)
              : drop(reindexer, task.drop, progress);
      Long few = withFewerCopies();
      if (few != null && few > 0) {
        FewerCopies.print(console, few);
        status = status == 0 ? ExitStatus.PARTLY : status;
      }
      return interruption.isStopped() ? ExitStatus.INTERRUPTED : status;
    }
  }

  private @Nullable Long withFewerCopies() {
    return into == null ? null : into.withFewerCopies();
  }

  private DefaultChange defaultChange() {
    if (defaults.keep) {
      return DefaultChange.NEVER;
    }
    return defaults.force ? DefaultChange.ALWAYS : DefaultChange.WHEN_COMPLETE;
  }

  private int add(Reindexer reindexer, Supplier<DualEncoder> model, ProgressLine progress) {
    ReindexReport report;
    try (DualEncoder encoder = model.get()) {
      report = reindexer.add(encoder, progress);
    }
    progress.close();
    if (json) {
      ReindexJson.print(console, report, withFewerCopies());
    } else {
      print(report);
    }
    if (report.stopped()) {
      return ExitStatus.INTERRUPTED;
    }
    return report.failures().isEmpty() ? 0 : ExitStatus.PARTLY;
  }

  private int drop(Reindexer reindexer, String name, ProgressLine progress) {
    DropReport report = reindexer.drop(name, progress);
    progress.close();
    if (json) {
      ReindexJson.print(console, report, withFewerCopies());
    } else {
      console
          .out()
          .printf(
              "%sDropped model %s: %s written again without its vector (%s)%n",
              report.stopped() ? "Stopped; run it again to go on. " : "",
              report.model().exactName(),
              Plural.of(report.rewritten(), "photo"),
              ProgressLine.words(report.elapsed()));
    }
    return report.stopped() ? ExitStatus.INTERRUPTED : 0;
  }

  private void print(ReindexReport report) {
    console
        .out()
        .printf(
            "%s%d of %s have a vector of %s, %d of them new (%s); it is %s the default%n",
            report.stopped() ? "Stopped; run it again to go on. " : "",
            report.withVector(),
            Plural.of(report.photos(), "photo"),
            report.model().exactName(),
            report.encoded(),
            ProgressLine.words(report.elapsed()),
            report.isDefault() ? "now" : "not");
    if (report.failures().isEmpty()) {
      return;
    }
    console.out().println(Plural.of(report.failures().size(), "photo", "could not be given one:"));
    FailureList.print(console.out(), report.failures(), "--json lists all");
  }
}
