package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.DownloadLine;
import io.lumiere.app.output.ModelJson;
import io.lumiere.app.setup.Conversion;
import io.lumiere.app.setup.ModelChoice;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.models.download.RemoteFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells of one model. */
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
      tell(known.get());
      return 0;
    }
    Path folder = new ModelChoice(home).folder(wanted);
    InstalledModel model = new InstalledModel(wanted, folder, ModelManifest.read(folder));
    boolean isDefault = store.defaultName().equals(wanted);
    if (json) {
      ModelJson.print(console, model, isDefault);
    } else {
      tell(model, isDefault);
    }
    return 0;
  }

  private void tell(InstalledModel model, boolean isDefault) {
    ModelManifest manifest = model.manifest();
    PrintStream out = console.out();
    out.println("Name        " + model.name() + (isDefault ? ", the default" : ""));
    out.println("Kind        " + manifest.kind());
    out.println("Vectors     " + manifest.model().dimension() + " dimensions");
    out.println("Images      " + manifest.imageSize() + " pixels on the short side");
    if (!manifest.kind().equals(ModelStore.STARTER)) { // The starter runs in fp32 alone.
      out.println("Runs in     " + RunPrecision.read(model.folder()).text());
    }
    out.println("Content     " + manifest.model().contentHash());
    String label = "Made of     ";
    for (String line : manifest.recipe().lines().toList()) {
      out.println(label + line);
      label = "            ";
    }
    out.println("Folder      " + model.folder());
    for (ModelManifest.ModelFile file : manifest.files()) {
      out.println("File        " + file.name() + ", " + DownloadLine.bytes(file.bytes()));
    }
    for (ModelManifest.Source source : manifest.sources()) {
      out.println("Source      " + source.name() + " " + source.version());
      out.println("            SHA-256 " + source.sha256());
      out.println("            licence: " + source.licence());
    }
  }

  private void tell(KnownModel model) {
    if (json) {
      ModelJson.print(console, model, false, Conversion.knows(model));
      return;
    }
    PrintStream out = console.out();
    out.println("Name        " + model.name() + ", not installed");
    out.println("Title       " + model.title());
    out.println("Good for    " + model.note());
    out.println("Vectors     " + model.dimension() + " dimensions");
    out.println("Languages   " + model.languages());
    out.println("Licence     " + model.licence());
    out.println("Page        " + model.page());
    for (RemoteFile file : model.files()) {
      String size =
          file.bytes() == 0
              ? ""
              : (file.exact() ? ", " : ", about ") + DownloadLine.bytes(file.bytes());
      out.println("File        " + file.path() + size);
      out.println("            " + file.address());
      if (file.sha256() != null) {
        out.println("            SHA-256 " + file.sha256());
      }
    }
    out.println("'lumiere models add " + model.name() + "' adds it");
  }
}
