package io.lumiere.models.clip;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelKind;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.RunPrecision;
import java.nio.file.Path;

/** Opens CLIP models for {@link io.lumiere.models.Models}. Thread-safe. */
public final class ClipKind implements ModelKind {
  /** The kind as manifests write it. */
  public static final String NAME = "clip";

  /** For {@link java.util.ServiceLoader}. */
  public ClipKind() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DualEncoder open(Path modelDir, ModelManifest manifest) {
    return new ClipDualEncoder(modelDir, manifest.model(), RunPrecision.read(modelDir).options());
  }
}
