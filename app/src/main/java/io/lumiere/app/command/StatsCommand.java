package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.JsonLine;
import io.lumiere.app.output.StatsText;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.search.CollectionStats;
import io.lumiere.query.IndexStats;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.views.StatsJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in an index. */
@Command(
    name = "stats",
    description = {
      "Shows what is in an index: photos, dates, cameras, the model, and the files that could not"
          + " be read.",
      "INDEX may be a collection of a SolrCloud, which keeps no records of these files."
    },
    footer = {
      "  lumiere stats",
      "  lumiere stats --index /mnt/archive-index --json",
      "  lumiere stats --index solr://127.0.0.1:27181/photos"
    })
final class StatsCommand extends ConsoleCommand {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin IndexOption index = new IndexOption();

  StatsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    CollectionAddress collection = index.collection(home);
    return collection == null ? ofDirectory(index.resolve(home)) : ofCollection(collection);
  }

  private int ofDirectory(Path directory) {
    try (PhotoSearch search = PhotoSearch.open(directory)) {
      print(search.metadata(), search.stats());
      if (search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }

  private int ofCollection(CollectionAddress address) {
    try (OpenCollection open = new OpenCollection(connect(address, false))) {
      CollectionStats counted = open.stats();
      print(open.metadata(), counted.stats());
      if (counted.missing() != null) {
        console.err().println("Partial: " + counted.missing());
        return ExitStatus.PARTLY;
      }
      if (counted.stats().photos() == 0) {
        EmptyIndex.tell(console, address);
      }
      return 0;
    }
  }

  private void print(IndexMetadata metadata, IndexStats stats) {
    if (json) {
      JsonLine.print(console, line -> StatsJson.write(line, metadata, stats));
    } else {
      new StatsText(console).print(metadata, stats);
    }
  }
}
