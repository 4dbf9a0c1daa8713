package io.lumiere.app.command;

import io.lumiere.app.option.IndexOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.JsonLine;
import io.lumiere.app.output.StatsText;
import io.lumiere.app.setup.Home;
import io.lumiere.query.PhotoSearch;
import io.lumiere.views.StatsJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
