package io.lumiere.app.command;

import io.lumiere.app.option.ConversionOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.DownloadLine;
import io.lumiere.app.setup.Conversion;
import io.lumiere.app.setup.Home;
import io.lumiere.app.setup.ModelDownload;
import io.lumiere.app.setup.ModelSource;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a model. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a model: downloads a known one, or takes a checkpoint of your own, and converts it.",
      "A checkpoint is a file of weights (safetensors, or what torch.save wrote) or a folder as"
          + " open_clip or Hugging Face lays it out: weights, configuration, vocabulary. A model"
          + " folder of another machine's Lumiere can be taken over as well.",
      "A download that breaks off goes on when the same command is run again. The first model that"
          + " is added becomes the default for new indexes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lumiere models add clip-vit-b-32",
      "  lumiere models add clip-vit-b-32 --from ViT-B-32.pt      on a machine without a network",
      "  lumiere models add birds --from ~/checkpoints/birds      a folder of your own",
      "  lumiere models add clip-vit-b-32 --precision int8 --calibrate ~/Pictures",
      "",
      "LUMIERE_MODEL_HUB=https://MIRROR takes the place of https://huggingface.co."
    })
final class ModelsAddCommand implements Callable<Integer> {
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

  private final Console console;

  ModelsAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Home home = new Home(console);
    ModelStore store = new ModelStore(home.models(), console.err()::println);
    ModelSource source = ModelSource.of(what, from, KnownModels.load(console.environment()));
    Conversion conversion = new Conversion(console, options.choice());
    store.checkFree(source.name());
    ModelDownload download = new ModelDownload(console, home);
    if (source.file() == null && source.known() != null) {
      Conversion.requireKnown(source.known());
      conversion.requirePhotos();
    }
    Path checkpoint = source.file() == null ? download.fetch(source) : source.file();
    InstalledModel added =
        store.add(source.name(), dir -> conversion.convert(source, checkpoint, dir));
    if (source.file() == null) {
      download.discard(source);
    }
    if (use) {
      store.use(added.name());
    }
    boolean isDefault = store.defaultName().equals(added.name());
    console
        .out()
        .println(
            "Added "
                + added.name()
                + ": "
                + added.manifest().model().dimension()
                + " dimensions, "
                + DownloadLine.bytes(added.bytes())
                + " in "
                + added.folder());
    console
        .out()
        .println(
            isDefault
                ? "It is the default: new indexes are made with it"
                : "'lumiere models use " + added.name() + "' makes it the default");
    return 0;
  }
}
