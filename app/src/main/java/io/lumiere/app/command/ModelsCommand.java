package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import picocli.CommandLine.Command;

/** The models that are there and that can be added. */
@Command(
    name = "models",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists, adds, tries and removes models. A model turns photos and texts into vectors; an index"
          + " holds the vectors of the model that it was made with.",
      "The starter is built in and knows about 1,000 things. A CLIP model understands sentences:"
          + " the first one that is added becomes the default for new indexes."
    },
    footer = {
      "  lumiere models list --known",
      "  lumiere models add clip-vit-b-32",
      "  lumiere models add mine --from checkpoint.safetensors",
      "  lumiere models check"
    },
    subcommands = {
      ModelsListCommand.class,
      ModelsAddCommand.class,
      ModelsUseCommand.class,
      ModelsRemoveCommand.class,
      ModelsInfoCommand.class,
      ModelsCheckCommand.class
    })
final class ModelsCommand extends ConsoleCommand {

  ModelsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return new ModelsListCommand(console).call();
  }
}
