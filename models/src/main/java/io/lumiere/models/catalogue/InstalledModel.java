package io.lumiere.models.catalogue;

import io.lumiere.models.ModelManifest;
import java.nio.file.Path;

/**
 * A model that is there. Immutable.
 *
 * @param name what a person types; the model's id as well
 * @param folder what {@link io.lumiere.models.Models#open} opens
 * @param manifest what the folder says of itself
 */
public record InstalledModel(String name, Path folder, ModelManifest manifest) {
  /** Bytes of all its files. */
  public long bytes() {
    return manifest.files().stream().mapToLong(ModelManifest.ModelFile::bytes).sum();
  }

  /** Whether vectors of a model with this content hash are this model's. */
  public boolean hasContent(String contentHash) {
    return manifest.model().contentHash().equals(contentHash);
  }
}
