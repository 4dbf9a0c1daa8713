package io.lumiere.models.starter;

import io.lumiere.base.LumiereException;
import io.lumiere.base.ProcessLock;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.internal.Wheel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Keeps one starter model in a cache folder and makes it when it is missing or out of date.
 * Thread-safe, and safe for several processes at a time.
 */
public final class StarterSetup {
  private static final String MODELS = "models";

  private StarterSetup() {}

  /**
   * The folder of the starter model in a cache folder. It may not be there yet.
   *
   * @param cacheDir Lumiere's cache, such as {@code ~/.cache/lumiere}
   */
  public static Path modelDir(Path cacheDir) {
    return cacheDir.resolve(MODELS).resolve(StarterModel.ID);
  }

  /**
   * Whether a cache folder has the starter model as this version makes it. Quick: sizes of files
   * are compared, not their content.
   */
  public static boolean isCurrent(Path cacheDir) {
    try {
      ModelManifest manifest = ModelManifest.read(modelDir(cacheDir));
      manifest.checkSizes(modelDir(cacheDir));
      return manifest.recipe().startsWith(StarterModel.recipeOfThisVersion());
    } catch (LumiereException e) {
      return false; // Missing or damaged.
    }
  }

  /**
   * Makes the model unless the cache has one that the same packages and this version would give,
   * undamaged: all of it is read. Safe against other processes that do the same at a time: one
   * builds, the others wait.
   *
   * @return the model's folder
   * @throws LumiereException where a package is missing or not what it should be
   */
  public static synchronized Path ensure(
      Path cacheDir,
      Path efficientNetWheel,
      Path miniLmPackage,
      Path timmWheel,
      Consumer<String> progress) {
    Path modelDir = modelDir(cacheDir);
    String recipe =
        StarterModel.recipe(
            StarterModel.sources(
                new Wheel(efficientNetWheel), new Wheel(miniLmPackage), new Wheel(timmWheel)));
    if (isMade(modelDir, recipe)) {
      return modelDir; // Nothing is written then: the cache may be another user's.
    }
    requireReadable(modelDir);
    try {
      return new ProcessLock(modelDir.resolveSibling(StarterModel.ID + ".lock"), progress)
          .hold(() -> {
            if (!isMade(modelDir, recipe)) {
              StarterModel.build(efficientNetWheel, miniLmPackage, timmWheel, modelDir, progress);
            }
            return modelDir;
          });
    } catch (IOException e) {
      throw new LumiereException(
          modelDir
              + " cannot be written: "
              + e
              + "; LUMIERE_CACHE names a folder of your own to use instead",
          e);
    }
  }

  /** Making it again would not help where the folder is another user's. */
  private static void requireReadable(Path modelDir) {
    if (Files.exists(modelDir) && !(Files.isReadable(modelDir) && Files.isExecutable(modelDir))) {
      throw new LumiereException(
          modelDir
              + " may not be read by this user: its owner can allow it with 'chmod -R"
              + " a+rX "
              + modelDir
              + "'; or LUMIERE_CACHE names a folder of your own to use instead");
    }
  }

  private static boolean isMade(Path modelDir, String recipe) {
    try {
      ModelManifest manifest = ModelManifest.read(modelDir);
      manifest.checkContent(modelDir);
      return manifest.recipe().equals(recipe);
    } catch (LumiereException e) {
      return false; // Missing or damaged: made again.
    }
  }
}
