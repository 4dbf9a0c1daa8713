package io.lumiere.workspace.setup;

import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.workspace.Home;
import java.nio.file.Path;

/** Adds a model: downloads what is missing, converts it, and installs it. Not thread-safe. */
public final class ModelAddition {
  private final Home home;
  private final SetupListener listener;
  private final ModelStore store;

  public ModelAddition(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
    this.store = new ModelStore(home.models(), listener::note);
  }

  /**
   * Adds a model.
   *
   * @throws io.lumiere.base.LumiereException if its name is taken, or it cannot be had or converted
   */
  public InstalledModel add(ModelSource source, Conversion.Choice choice) {
    Conversion conversion = new Conversion(home, listener, choice);
    store.checkFree(source.name());
    Path file = source.file();
    return file == null ? download(source, conversion) : convert(source, file, conversion);
  }

  private InstalledModel download(ModelSource source, Conversion conversion) {
    ModelDownload download = new ModelDownload(home, listener);
    if (source.known() != null) {
      Conversion.requireKnown(source.known());
      conversion.requirePhotos();
    }
    return download.alone(
        source,
        () -> {
          store.checkFree(source.name()); // Whoever was waited for may have added it.
          Path checkpoint = download.fetch(source);
          InstalledModel added = convert(source, checkpoint, conversion);
          download.discard(source);
          return added;
        });
  }

  private InstalledModel convert(ModelSource source, Path checkpoint, Conversion conversion) {
    return store.add(source.name(), dir -> conversion.convert(source, checkpoint, dir));
  }
}
