package io.lumiere.models;

import io.lumiere.base.LumiereException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * Opens models. A model is a folder with a {@value ModelManifest#FILE} and what it lists.
 * Thread-safe.
 */
public final class Models {
  private Models() {}

  /**
   * Opens the model in a folder. That its files are there and of the right size is checked; their
   * content is not, see {@link #verify}. No tower is loaded yet.
   *
   * @throws LumiereException where something is missing, or of a kind that is not known
   */
  public static DualEncoder open(Path modelDir) {
    ModelManifest manifest = ModelManifest.read(modelDir);
    manifest.checkSizes(modelDir);
    for (ModelKind kind : ServiceLoader.load(ModelKind.class, Models.class.getClassLoader())) {
      if (kind.name().equals(manifest.kind())) {
        return kind.open(modelDir, manifest);
      }
    }
    throw new LumiereException(
        "model "
            + manifest.id()
            + " in "
            + modelDir
            + " is of kind '"
            + manifest.kind()
            + "', which this version does not know");
  }

  /**
   * Reads all files of a model and compares their SHA-256 to its list.
   *
   * @throws LumiereException naming the first file that differs
   */
  public static void verify(Path modelDir) {
    ModelManifest.read(modelDir).checkContent(modelDir);
  }
}
