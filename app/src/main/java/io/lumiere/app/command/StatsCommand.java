package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.JsonLine;
import io.lumiere.app.output.StatsText;
import io.lumiere.query.PhotoSearch;
import io.lumiere.views.StatsJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in an index. */
@Command(
    name = "stats",
    description =
        "Shows what is in an index: photos, dates, cameras, the model, and the files that could not"
            + " be read.",
    footer = {"  lumiere stats", "  lumiere stats --index /mnt/archive-index --json"})
final class StatsCommand extends ConsoleCommand {
  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Mixin IndexOption index = new IndexOption();

  StatsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Path directory = index.resolve(home);
    try (PhotoSearch search = PhotoSearch.open(directory)) {
      if (json) {
        JsonLine.print(console, line -> StatsJson.write(line, search.metadata(), search.stats()));
      } else {
        new StatsText(console).print(search.metadata(), search.stats());
      }
      if (search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }
}
