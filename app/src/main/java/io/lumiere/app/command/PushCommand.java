package io.lumiere.app.command;

import io.lumiere.app.option.SendingOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.FewerCopies;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.app.output.PushOutput;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushReport;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an index into a collection of a SolrCloud. */
@Command(
    name = "push",
    description = {
      "Copies the photos of an index, with their vectors, into a collection of a SolrCloud, which"
          + " is made where there is none; nothing is encoded again.",
      "A photo is written by its id, and one that the collection has like this is not sent: after"
          + " Ctrl-C or an error the same command goes on where it was. docs/cluster.md says what"
          + " Solr needs; 'lumiere cluster start' starts one to try."
    },
    footer = {
      "  lumiere push ~/.local/share/lumiere/index solr://127.0.0.1:27181/photos --shards 2",
      "  lumiere push archive-index solr://zk1:2181,zk2:2181/solr/photos --copies 2 --json"
    })
final class PushCommand extends ConsoleCommand {
  @Parameters(index = "0", paramLabel = "INDEX", description = "The index.")
  String index = "";

  @Parameters(
      index = "1",
      paramLabel = "COLLECTION",
      description = "solr://ZOOKEEPER:PORT/COLLECTION, with several ZooKeepers by commas.")
  String collection = "";

  @Mixin SendingOptions sending = new SendingOptions();

  @ArgGroup Output output = new Output();

  /** How to report. */
  static final class Output {
    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Option(
        names = {"-q", "--quiet"},
        description = "Print nothing of the progress and the end.")
    boolean quiet;
  }

  PushCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (CollectionAddress.isMeant(index)) {
      // As a path it would lose a slash.
      throw new IllegalArgumentException(
          "'lumiere push' copies the index of a folder: 'lumiere export --index "
              + CollectionAddress.parse(index)
              + "' and 'lumiere import' copy a collection");
    }
    CollectionAddress address = CollectionAddress.parse(collection);
    PushOptions options = sending.options();
    try (Interruption interruption =
            new Interruption(console, "the same command goes on from here");
        ProgressLine line = new ProgressLine(console, output.quiet || output.json);
        PhotoCollection into = connect(address, output.quiet || output.json)) {
      PushReport report =
          new Push(home.index(Path.of(index)), into, options, line, interruption::isStopped).run();
      line.clear();
      print(report, into);
      if (report.stopped()) {
        return ExitStatus.INTERRUPTED;
      }
      return report.withFewerCopies() == 0 ? 0 : ExitStatus.PARTLY;
    }
  }

  private void print(PushReport report, PhotoCollection into) {
    if (output.quiet) {
      return;
    }
    PushOutput.Into now =
        new PushOutput.Into(
            into.address().toString(),
            into.count(),
            into.shards(),
            !into.metadata().otherArchives().isEmpty());
    if (output.json) {
      PushOutput.printJson(console, report, now);
    } else {
      PushOutput.print(console, report, now);
    }
    if (report.withFewerCopies() > 0) {
      FewerCopies.print(console, report.withFewerCopies());
    }
  }
}
