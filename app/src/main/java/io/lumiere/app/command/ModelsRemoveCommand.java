package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.base.LumiereException;
import io.lumiere.models.catalogue.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a model. */
@Command(
    name = "remove",
    description = {
      "Removes an installed model from the disk.",
      "An index that was made with it cannot be searched by texts or brought up to date until it is"
          + " added again from the same file."
    },
    footer = {"  lumiere models remove clip-vit-b-32"})
final class ModelsRemoveCommand extends ConsoleCommand {
  @Parameters(paramLabel = "NAME", description = "An installed model.")
  String name = "";

  @Option(names = "--force", description = "Also if it is the default.")
  boolean force;

  ModelsRemoveCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ModelStore store = new ModelStore(home.models());
    if (name.equals(ModelStore.STARTER)) {
      throw new LumiereException("the starter is built in and stays");
    }
    if (!force && store.defaultName().equals(name)) {
      throw new LumiereException(
          name
              + " is the default model: choose another with 'lumiere models use NAME', or add"
              + " --force");
    }
    boolean wasDefault = store.remove(name);
    console.out().println("Removed " + name + "; indexes that were made with it need it again");
    if (wasDefault) {
      console.out().println(ModelStore.STARTER + " is the default now");
    }
    return 0;
  }
}
