package io.lumiere.app.command;

import io.lumiere.app.option.CollectionOption;
import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.ModelOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.FewerCopies;
import io.lumiere.app.output.IndexJson;
import io.lumiere.app.output.IndexText;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.ingest.CollectionDestination;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.Reread;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.OpenModels;
import io.lumiere.workspace.setup.JpegXl;
import io.lumiere.workspace.setup.PlaceNamesSetup;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an index up to date with a folder of photos. */
@Command(
    name = "index",
    description = {
      "Indexes the photos in DIR and its folders; hidden ones are passed over. Photos are only"
          + " read.",
      "Run it again after changes: what is unchanged is not read again, and a photo that was moved"
          + " or renamed keeps its vector. Ctrl-C stops it cleanly, and the next run goes on."
    },
    footer = {
      "  lumiere index ~/Pictures",
      "  lumiere index /mnt/archive --index /mnt/archive-index",
      "  lumiere index /mnt/archive --to solr://127.0.0.1:27181/photos --shards 2",
      "  lumiere index /mnt/archive --to solr://zk1:2181/photos --shared     on each machine"
    })
final class IndexCommand extends ConsoleCommand {
  @Parameters(paramLabel = "DIR", description = "The folder of photos.")
  Path archive = Path.of(".");

  @Mixin IndexOption index = new IndexOption();

  @Mixin ModelOption model = new ModelOption();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Photos worked on at a time. Default: one more than cores.")
  int workers = IndexerOptions.DEFAULTS.workers();

  @Option(
      names = "--retry-failures",
      description = "Try files again that could not be read, unchanged or not.")
  boolean retryFailures;

  @Option(
      names = "--reread",
      arity = "0..*",
      paramLabel = "PATH",
      description = {
        "Read metadata again, of these photos and folders or of all in DIR. Photos whose content is"
            + " as it was are not encoded again.",
        "Edits that keep size and time are noticed without it where the file system says so. DIR"
            + " comes before it."
      })
  @Nullable List<Path> reread;

  @Option(
      names = "--moved",
      description = "DIR is the folder that INDEX was made of, in a new place.")
  boolean moved;

  @Option(
      names = "--allow-empty",
      description = "Remove photos also where DIR, or a folder in it, is empty.")
  boolean allowEmpty;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Where photos were taken that do not say it, such as Europe/Paris. INDEX remembers it.")
  @Nullable String zone;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = {
        "Pass over what GLOB matches, a line as in .gitignore: 'private/', '*.tmp.jpg',"
            + " '/scans/**/raw'. Can be given several times. INDEX remembers them until a run names"
            + " others; --exclude '' forgets them.",
        "Files .lumiereignore in DIR and its folders hold such lines, too, and a folder with a file"
            + " .nomedia is passed over. Photos that are passed over now leave INDEX."
      })
  @Nullable List<String> exclude;

  @Option(
      names = "--verbose",
      description =
          "Say which share of all cores each stage took, and what waited: near 1 in all, the run is"
              + " as fast as this machine allows.")
  boolean verbose;

  @ArgGroup(exclusive = false)
  @Nullable CollectionOption to;

  @ArgGroup Output output = new Output();

  /** How to report. */
  static final class Output {
    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Option(
        names = {"-q", "--quiet"},
        description = "Print nothing but errors.")
    boolean quiet;
  }

  IndexCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    // Said before a model is made for it, which may take a minute.
    Indexer.requireArchive(archive.toAbsolutePath().normalize());
    if (zone != null) {
      zone(zone);
    }
    reread(); // Names what is not in the archive.
    return to == null ? runInto(index.resolve(home)) : runInto(to);
  }

  private int runInto(Path into) {
    try (OpenModels models = new ModelChoice(home, setupLines).openAllFor(into, model.name())) {
      new JpegXl(home, setupLines).findFor(archive);
      return run(
          new Indexer(archive.toAbsolutePath().normalize(), into, models.encoders(), options()),
          into.toString(),
          null);
    }
  }

  private int runInto(CollectionOption chosen) {
    requireFitting();
    PushOptions sending = chosen.options();
    try (PhotoCollection collection = connect(chosen.address(), output.quiet || output.json)) {
      CollectionDestination into =
          chosen.isShared()
              ? CollectionDestination.shared(collection, sending)
              : new CollectionDestination(collection, sending);
      try (OpenModels models =
          new ModelChoice(home, setupLines)
              .openAllFor(Optional.ofNullable(into.metadata()), into.name(), model.name())) {
        new JpegXl(home, setupLines).findFor(archive);
        return run(
            new Indexer(archive.toAbsolutePath().normalize(), into, models.encoders(), options()),
            into.name(),
            into);
      }
    }
  }

  private void requireFitting() {
    if (index.isGiven()) {
      throw new IllegalArgumentException(
          "--index and --to exclude each other: photos go into an index or into a collection");
    }
    if (retryFailures) {
      throw new IllegalArgumentException(
          "--retry-failures is of no use with --to: a collection keeps no records of files that"
              + " could not be read, so each run tries them");
    }
  }

  private int run(Indexer indexer, String into, @Nullable CollectionDestination collection) {
    try (Interruption interruption =
            new Interruption(console, "what was done is kept", indexer::stop);
        ProgressLine progress = new ProgressLine(console, output.quiet || output.json)) {
      IndexReport report = indexer.run(progress);
      progress.clear();
      if (output.json) {
        IndexJson.print(console, report, collection == null ? null : collection.withFewerCopies());
      } else if (!output.quiet) {
        new IndexText(console).print(report, archive, into);
        if (verbose) {
          new IndexText(console).print(report.stages());
        }
      }
      boolean whole = collection == null || requireCopies(collection);
      if (report.stopped() || interruption.isStopped()) {
        return ExitStatus.INTERRUPTED;
      }
      return whole && report.failures().isEmpty() ? 0 : ExitStatus.PARTLY;
    }
  }

  /** False, and said, where photos did not reach all copies. */
  private boolean requireCopies(CollectionDestination collection) {
    if (collection.withFewerCopies() == 0) {
      return true;
    }
    if (!output.quiet) {
      FewerCopies.print(console, collection.withFewerCopies());
    }
    return false;
  }

  private IndexerOptions options() {
    return IndexerOptions.DEFAULTS
        .withWorkers(workers)
        .withRetryFailures(retryFailures)
        .withReread(reread())
        .withRootMoved(moved)
        .withAllowEmpty(allowEmpty)
        .withExcludes(exclude)
        .withZone(zone == null ? null : zone(zone))
        .withPlaces(new PlaceNamesSetup(home, setupLines).find());
  }

  Reread reread() {
    if (reread == null) {
      return Reread.NONE;
    }
    return reread.isEmpty() ? Reread.ALL : Reread.of(archive, reread);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone " + id + " is not a time zone: write one such as Europe/Paris or +02:00", e);
    }
  }
}
