package io.lumiere.app.output;

import io.lumiere.models.ModelManifest;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.models.download.RemoteFile;
import java.io.PrintStream;

/** Prints models for people. Not thread-safe. */
public final class ModelText {
  private final PrintStream out;

  /** Text for a console's output. */
  public ModelText(Console console) {
    this.out = console.out();
  }

  /** Prints what an installed model is, its files, where it came from and its licence. */
  public void print(InstalledModel model, boolean isDefault) {
    ModelManifest manifest = model.manifest();
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
    printFiles(model, manifest);
  }

  private void printFiles(InstalledModel model, ModelManifest manifest) {
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

  /** Prints what a known model is, and what would be downloaded. */
  public void print(KnownModel model) {
    out.println("Name        " + model.name() + ", not installed");
    out.println("Title       " + model.title());
    out.println("Good for    " + model.note());
    out.println("Vectors     " + model.dimension() + " dimensions");
    out.println("Languages   " + model.languages());
    out.println("Licence     " + model.licence());
    out.println("Page        " + model.page());
    model.files().forEach(this::print);
    out.println("'lumiere models add " + model.name() + "' adds it");
  }

  private void print(RemoteFile file) {
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
}
