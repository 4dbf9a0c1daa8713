package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.setup.Home;
import io.lumiere.models.catalogue.ModelStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Chooses the default model. */
@Command(
    name = "use",
    mixinStandardHelpOptions = true,
    description =
        "Makes a model the default: new indexes are made with it. An index that is there keeps its"
            + " own.",
    footerHeading = "%nExamples:%n",
    footer = {"  lumiere models use clip-vit-b-32", "  lumiere models use starter"})
final class ModelsUseCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "An installed model, or starter.")
  String name = "";

  private final Console console;

  ModelsUseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new ModelStore(new Home(console).models()).use(name);
    console.out().println(name + " is the default: new indexes are made with it");
    return 0;
  }
}
