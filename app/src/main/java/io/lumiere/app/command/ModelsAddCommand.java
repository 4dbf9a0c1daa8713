package io.lumiere.app.command;

import io.lumiere.app.option.ConversionOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.DownloadLine;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.workspace.setup.ModelAddition;
import io.lumiere.workspace.setup.ModelSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a model. */
@Command(
    name = "add",
    description = {
      "Adds a model: downloads a known one, or takes a checkpoint of your own, and converts it.",
      "A checkpoint is a file of weights (safetensors, or what torch.save wrote) or a folder as"
          + " open_clip or Hugging Face lays it out: weights, configuration, vocabulary. A model"
          + " folder of another machine's Lumiere can be taken over as well.",
      "A download that breaks off goes on when the same command is run again. The first model that"
          + " is added becomes the default for new indexes."
    },
    footer = {
      "  lumiere models add clip-vit-b-32",
      "  lumiere models add clip-vit-b-32 --from ViT-B-32.pt      on a machine without a network",
      "  lumiere models add birds --from ~/checkpoints/birds      a folder of your own",
      "  lumiere models add clip-vit-b-32 --precision int8 --calibrate ~/Pictures",
      "",
      "LUMIERE_MODEL_HUB=https://MIRROR takes the place of https://huggingface.co."
    })
final class ModelsAddCommand extends ConsoleCommand {
  @Parameters(
      paramLabel = "NAME|FILE",
      description = "A known model, a name for your own, or its file or folder.")
  String what = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "The checkpoint, a file or a folder, which is not downloaded then.")
  @Nullable Path from;

  @Mixin ConversionOptions options = new ConversionOptions();

  @Option(names = "--use", description = "Make it the default.")
  boolean use;

  ModelsAddCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    ModelSource source = ModelSource.of(what, from, KnownModels.load(console.environment()));
    InstalledModel added = new ModelAddition(home, setupLines).add(source, options.choice());
    ModelStore store = new ModelStore(home.models(), setupLines::note);
    if (use) {
      store.use(added.name());
    }
    print(added, store.defaultName().equals(added.name()));
    return 0;
  }

  private void print(InstalledModel added, boolean isDefault) {
    console
        .out()
        .printf(
            "Added %s: %d dimensions, %s in %s%n",
            added.name(),
            added.manifest().model().dimension(),
            DownloadLine.bytes(added.bytes()),
            added.folder());
    console
        .out()
        .println(
            isDefault
                ? "It is the default: new indexes are made with it"
                : "'lumiere models use " + added.name() + "' makes it the default");
  }
}
