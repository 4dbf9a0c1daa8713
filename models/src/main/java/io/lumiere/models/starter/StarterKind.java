package io.lumiere.models.starter;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelKind;
import io.lumiere.models.ModelManifest;
import io.lumiere.ncnn.NetworkOptions;
import java.nio.file.Path;

/** Opens starter models for {@link io.lumiere.models.Models}. Thread-safe. */
public final class StarterKind implements ModelKind {
  static final String NAME = "starter";

  /** For {@link java.util.ServiceLoader}. */
  public StarterKind() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DualEncoder open(Path modelDir, ModelManifest manifest) {
    return new StarterDualEncoder(modelDir, manifest.model(), NetworkOptions.DEFAULT);
  }
}
