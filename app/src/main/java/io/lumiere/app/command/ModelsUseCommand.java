package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.models.catalogue.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Chooses the default model. */
@Command(
    name = "use",
    description =
        "Makes a model the default: new indexes are made with it. An index that is there keeps its"
            + " own.",
    footer = {"  lumiere models use clip-vit-b-32", "  lumiere models use starter"})
final class ModelsUseCommand extends ConsoleCommand {
  @Parameters(paramLabel = "NAME", description = "An installed model, or starter.")
  String name = "";

  ModelsUseCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    new ModelStore(home.models()).use(name);
    console.out().println(name + " is the default: new indexes are made with it");
    return 0;
  }
}
