package io.lumiere.app;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.IndexReport;
import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.Reread;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an index up to date with a folder of photos. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = {
      "Indexes the photos in DIR and its folders; hidden ones are passed over. Photos are only"
          + " read.",
      "Run it again after changes: what is unchanged is not read again, and a photo that was moved"
          + " or renamed keeps its vector. Ctrl-C stops it cleanly, and the next run goes on."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lumiere index ~/Pictures",
      "  lumiere index /mnt/archive --index /mnt/archive-index"
    })
final class IndexCommand implements Callable<Integer> {
  private static final int SHUTDOWN_SECONDS = 60;
  private static final int FAILURES_SHOWN = 20;

  @Parameters(paramLabel = "DIR", description = "The folder of photos.")
  Path archive = Path.of(".");

  @Mixin IndexOption index = new IndexOption();

  @Mixin ModelOption model = new ModelOption();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Photos worked on at a time. Default: all cores.")
  int workers = IndexerOptions.DEFAULTS.workers();

  @Option(
      names = "--retry-failures",
      description = "Try files again that could not be read, unchanged or not.")
  boolean retryFailures;

  @Option(
      names = "--reread",
      arity = "0..*",
      paramLabel = "PATH",
      fallbackValue = "",
      description = {
        "Read metadata again, of these photos and folders or of all in DIR. Photos whose content is"
            + " as it was are not encoded again.",
        "Edits that keep size and time are noticed without it where the file system tells."
      })
  @Nullable List<Path> reread;

  @Option(
      names = "--moved",
      description = "DIR is the folder that INDEX was made of, in a new place.")
  boolean moved;

  @Option(names = "--allow-empty", description = "Empty INDEX if DIR holds no photo any more.")
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

  private final Console console;
  private final CountDownLatch reported = new CountDownLatch(1);

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = new Home(console);
    Path into = index.resolve(home);
    // Said before a model is made for it, which may take a minute.
    Indexer.requireArchive(archive.toAbsolutePath().normalize());
    if (zone != null) {
      zone(zone);
    }
    reread(); // Names what is not in the archive.
    try (OpenModels models = new ModelChoice(console, home).openAllFor(into, model.name)) {
      IndexReport report = run(into, models);
      if (output.json) {
        IndexJson.print(console, report);
      } else if (!output.quiet) {
        print(report, into);
      }
      return report.stopped() ? Main.INTERRUPTED : 0;
    } finally {
      reported.countDown();
    }
  }

  private IndexReport run(Path into, OpenModels models) {
    new JpegXl(console, new Home(console)).findFor(archive);
    IndexerOptions options =
        IndexerOptions.DEFAULTS
            .withWorkers(workers)
            .withRetryFailures(retryFailures)
            .withReread(reread())
            .withRootMoved(moved)
            .withAllowEmpty(allowEmpty)
            .withExcludes(exclude)
            .withZone(zone == null ? null : zone(zone))
            .withPlaces(new PlaceNamesSetup(console, new Home(console)).find());
    Indexer indexer =
        new Indexer(archive.toAbsolutePath().normalize(), into, models.encoders(), options);
    // Never removed: the program ends with this command, and a stop after the run's end does
    // nothing.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(indexer), "stop on interrupt"));
    try (ProgressLine progress = new ProgressLine(console, output.quiet || output.json)) {
      return indexer.run(progress);
    }
  }

  private Reread reread() {
    if (reread == null) {
      return Reread.NONE;
    }
    // The option alone gives one path without a name.
    return reread.contains(Path.of("")) ? Reread.ALL : Reread.of(archive, reread);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone " + id + " is no time zone: write one such as Europe/Paris or +02:00", e);
    }
  }

  /** The Java machine ends when its shutdown hooks do: this one waits for the report, too. */
  private void stop(Indexer indexer) {
    if (reported.getCount() == 0) {
      return;
    }
    console.err().println("\nStopping: what was done is kept.");
    indexer.stop();
    try {
      if (!reported.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        console.err().println("A photo takes too long; what was committed before is kept.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(IndexReport report, Path into) {
    console
        .out()
        .printf(
            "%s%d photos in %s: %d new, %d changed, %d moved, %d unchanged, %d gone (%s)%n",
            report.stopped() ? "Stopped; run it again to go on. " : "",
            report.photos(),
            into,
            report.added(),
            report.updated(),
            report.moved(),
            report.unchanged(),
            report.deleted(),
            ProgressLine.words(report.elapsed()));
    if (report.reread() > 0) {
      console.out().println("Metadata read again: " + report.reread());
    }
    if (report.ignored() > 0) {
      console.out().println("Gone because they are ignored now: " + report.ignored());
    }
    if (!report.excludes().isEmpty()) {
      console.out().println("Left out by --exclude: " + String.join(", ", report.excludes()));
    }
    if (report.passedOver().total() > 0) {
      console.out().println("Passed over: " + PassedOverWords.of(report.passedOver()));
    }
    if (!report.modelsLeftOut().isEmpty() && report.added() + report.updated() > 0) {
      report
          .modelsLeftOut()
          .forEach(left ->
              console
                  .out()
                  .println(
                      "New and changed photos have no vector of model "
                          + left
                          + " yet: 'lumiere reindex --model "
                          + left.substring(0, left.lastIndexOf('@'))
                          + " --keep-default' adds it"));
    }
    if (report.failures().isEmpty()) {
      return;
    }
    console.out().println(report.failures().size() + " files could not be read:");
    for (Failure failure :
        report.failures().subList(0, Math.min(FAILURES_SHOWN, report.failures().size()))) {
      console.out().println("  " + failure.path() + ": " + failure.reason());
    }
    if (report.failures().size() > FAILURES_SHOWN) {
      console.out().println("  ... 'lumiere stats' lists all");
    }
  }
}
