package io.lumiere.models.catalogue;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes over a model that was converted elsewhere: on a machine that has the checkpoint, say.
 * Thread-safe.
 */
public final class ModelCopy {
  private ModelCopy() {}

  /** Whether a folder is a model's, not a checkpoint's. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(ModelManifest.FILE));
  }

  /**
   * Copies a model's files, whose content is checked first.
   *
   * @param id of the copy
   * @throws io.lumiere.base.LumiereException if the model is damaged
   */
  public static ModelManifest copy(Path model, String id, Path emptyModelDir) throws IOException {
    ModelManifest manifest = ModelManifest.read(model);
    manifest.checkContent(model);
    for (ModelManifest.ModelFile file : manifest.files()) {
      Files.copy(model.resolve(file.name()), emptyModelDir.resolve(file.name()));
    }
    EmbeddingModel same = manifest.model();
    ModelManifest copy =
        new ModelManifest(
            manifest.kind(),
            new EmbeddingModel(id, same.contentHash(), same.dimension()),
            manifest.imageSize(),
            manifest.recipe(),
            manifest.files(),
            manifest.sources());
    copy.write(emptyModelDir);
    return copy;
  }
}
