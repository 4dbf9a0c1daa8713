package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.ModelJson;
import io.lumiere.app.output.ModelText;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.setup.Conversion;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one model. */
@Command(
    name = "info",
    description =
        "Shows a model: installed, what it is, where it came from and its licence; known, what"
            + " would be downloaded.",
    footer = {"  lumiere models info", "  lumiere models info clip-vit-b-32"})
final class ModelsInfoCommand extends ConsoleCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "An installed or known model. Default: the default model.")
  @Nullable String name;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  ModelsInfoCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ModelStore store = new ModelStore(home.models());
    String wanted = name == null ? store.defaultName() : name;
    Optional<KnownModel> known = KnownModels.load(console.environment()).find(wanted);
    boolean there =
        wanted.equals(ModelStore.STARTER)
            || (ModelStore.isName(wanted) && store.find(wanted).isPresent());
    if (!there && known.isPresent()) {
      print(known.get());
      return 0;
    }
    Path folder = new ModelChoice(home, setupLines).folder(wanted);
    InstalledModel model = new InstalledModel(wanted, folder, ModelManifest.read(folder));
    boolean isDefault = store.defaultName().equals(wanted);
    if (json) {
      ModelJson.print(console, model, isDefault);
    } else {
      new ModelText(console).print(model, isDefault);
    }
    return 0;
  }

  private void print(KnownModel model) {
    if (json) {
      ModelJson.print(console, model, false, Conversion.knows(model));
    } else {
      new ModelText(console).print(model);
    }
  }
}
