package io.lumiere.app.command;

import io.lumiere.app.option.FormatOption;
import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.SendingOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.FewerCopies;
import io.lumiere.app.output.ImportOutput;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionImport;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.exchange.ImportOptions;
import io.lumiere.exchange.ImportReport;
import io.lumiere.exchange.ImportTarget;
import io.lumiere.exchange.Importer;
import io.lumiere.exchange.ModelName;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.ModelChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file of records into an index. */
@Command(
    name = "import",
    description = {
      "Takes records of photos, with their vectors, into an index, which is made where there is"
          + " none. A record replaces the photo that has its id or its path.",
      "FILE is what 'lumiere export' wrote, or another program's: {\"path\": \"a.jpg\", \"vector\":"
          + " [...]} is enough, with --model; 'lumiere index' finds out the rest.",
      "All becomes visible at the end, or nothing does: after Ctrl-C or an error run it again."
          + " INDEX may be a collection of a SolrCloud, where what was sent stays."
    },
    footer = {
      "  lumiere import photos.parquet --index copy --archive /mnt/photos",
      "  lumiere import vectors.jsonl --index other --archive ~/Pictures --model NAME@HASH"
          + " --normalize"
    })
final class ImportCommand extends ConsoleCommand {
  private static final String IF_STOPPED = "the index stays as it was, unless all is in it already";

  @Parameters(paramLabel = "FILE", description = "The records: .jsonl, .jsonl.gz or .parquet.")
  Path file = Path.of("");

  @Mixin FormatOption format = new FormatOption();

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description =
          "Folder that the photos of FILE are in: of a directory with photos, its own. Default:"
              + " what the index or FILE says.")
  @Nullable Path archive;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "The model of vectors that do not say it: an installed one, or NAME@HASH with the 64"
              + " digits that tell this version of it from others.")
  @Nullable String model;

  @Option(
      names = "--ignore",
      paramLabel = "FIELD",
      split = ",",
      description = "Pass over these fields of FILE, separated by commas.")
  List<String> ignored = List.of();

  @Option(names = "--normalize", description = "Bring vectors to unit length.")
  boolean normalize;

  @Option(
      names = "--skip-bad",
      description = "Leave out records that cannot be taken, and list them.")
  boolean skipBad;

  @Option(
      names = "--update",
      description =
          "Lay records over what the index has of their photos instead of replacing it; they may"
              + " bring vectors of a model that the index does not have.")
  boolean update;

  @Option(names = "--json", description = "Print the report as one JSON object.")
  boolean json;

  @Mixin IndexOption index = new IndexOption();

  @ArgGroup(exclusive = false)
  @Nullable SendingOptions sending;

  ImportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ImportOptions options =
        new ImportOptions(archive, modelName(), Set.copyOf(ignored), normalize, skipBad, update);
    CollectionAddress address = index.collection(home);
    if (address != null) {
      return importInto(address, options);
    }
    if (sending != null) {
      throw new IllegalArgumentException(
          "--shards, --copies, --batch and --senders are for a collection: name one by --index"
              + " solr://ZOOKEEPER:PORT/COLLECTION");
    }
    Path into = index.resolve(home);
    try (Interruption interruption = new Interruption(console, IF_STOPPED)) {
      return run(
          new Importer(into, options),
          into.toString(),
          "nothing was imported: run it again",
          interruption);
    }
  }

  private int importInto(CollectionAddress address, ImportOptions options) {
    PushOptions sent = sending == null ? PushOptions.DEFAULT : sending.options();
    AtomicLong withFewerCopies = new AtomicLong();
    try (Interruption interruption = new Interruption(console, "what was sent stays");
        PhotoCollection collection = connect(address, json)) {
      ImportTarget.Opening opening =
          new CollectionImport.Opening(collection, sent, withFewerCopies::addAndGet);
      int status =
          run(new Importer(opening, options), opening.name(), opening.left(), interruption);
      if (withFewerCopies.get() > 0) {
        FewerCopies.print(console, withFewerCopies.get());
        return status == 0 ? ExitStatus.PARTLY : status;
      }
      return status;
    }
  }

  private int run(Importer importer, String into, String left, Interruption interruption) {
    try (ProgressLine line = new ProgressLine(console, json)) {
      ImportReport report = importer.run(file, format.of(file), line, interruption::isStopped);
      line.clear();
      if (json) {
        ImportOutput.printJson(console, report);
      } else {
        ImportOutput.print(console, report, into, left);
      }
      if (report.stopped()) {
        return ExitStatus.INTERRUPTED;
      }
      return report.bad() == 0 ? 0 : ExitStatus.PARTLY;
    }
  }

  private @Nullable ModelName modelName() {
    if (model == null) {
      return null;
    }
    if (model.indexOf('@') >= 0) {
      return ModelName.parse(model);
    }
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(model)) {
      EmbeddingModel known = encoder.model();
      return new ModelName(known.id(), known.contentHash());
    }
  }
}
