package io.lumiere.models.starter;

import io.lumiere.models.ModelManifest;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Keeps one starter model in a cache folder and makes it when it is missing or out of date. */
public final class StarterSetup {
  private StarterSetup() {}

  /**
   * The folder of the starter model in a cache folder. It may not be there yet.
   *
   * @param cacheDir Lumiere's cache, such as {@code ~/.cache/lumiere}
   */
  public static Path modelDir(Path cacheDir) {
    return cacheDir.resolve("models").resolve(StarterModel.ID);
  }

  /**
   * Makes the model unless the cache has one that the same packages and this version would give.
   * Safe against other processes that do the same at a time: one builds, the others wait.
   *
   * @return the model's folder
   * @throws LumiereException where a package is missing or not what it should be
   */
  public static Path ensure(
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
    try {
      Files.createDirectories(modelDir.resolveSibling("."));
      Path lock = modelDir.resolveSibling(StarterModel.ID + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !isMade(modelDir, recipe)) {
          StarterModel.build(efficientNetWheel, miniLmPackage, timmWheel, modelDir, progress);
        }
      }
    } catch (IOException e) {
      throw new LumiereException(modelDir + " cannot be written: " + e.getMessage(), e);
    }
    return modelDir;
  }

  private static boolean isMade(Path modelDir, String recipe) {
    try {
      ModelManifest manifest = ModelManifest.read(modelDir);
      manifest.checkSizes(modelDir);
      return manifest.recipe().equals(recipe);
    } catch (LumiereException e) {
      return false; // Missing or damaged: made again.
    }
  }

  /**
   * The same from a command line: {@code CACHE EFFICIENTNET MINILM TIMM}. Prints the steps and the
   * folder.
   */
  public static void main(String[] args) {
    if (args.length != 4) {
      throw new IllegalArgumentException("four paths are due: CACHE EFFICIENTNET MINILM TIMM");
    }
    Path dir =
        ensure(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
            Path.of(args[3]),
            System.out::println);
    System.out.println(dir);
  }
}
