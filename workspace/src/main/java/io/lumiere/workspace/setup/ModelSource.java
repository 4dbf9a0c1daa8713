package io.lumiere.workspace.setup;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model that is to be added. Immutable.
 *
 * @param name of the model to be
 * @param known the published checkpoint of that name; null if there is none
 * @param file the checkpoint, a file or folder; null to download it
 */
public record ModelSource(String name, @Nullable KnownModel known, @Nullable Path file) {
  /** Names that say nothing of a checkpoint: its folder's says more. */
  private static final Set<String> COMMON =
      Set.of("model", "pytorch_model", "open_clip_model", "open_clip_pytorch_model", "checkpoint");

  /**
   * Reads the arguments.
   *
   * @param what a known name, a name of one's own, or a file or folder
   * @param from the file or folder, where {@code what} is a name
   * @throws LumiereException if that does not make sense
   */
  public static ModelSource of(String what, @Nullable Path from, KnownModels models) {
    KnownModel known = models.find(what).orElse(null);
    if (from != null) {
      return new ModelSource(ModelStore.checkName(what), known, existing(from));
    }
    if (known != null) {
      return new ModelSource(what, known, null);
    }
    Path file = path(what);
    if (file != null && Files.exists(file) && !isRoot(file)) {
      return new ModelSource(ModelStore.checkName(nameOf(file)), null, file);
    }
    throw new LumiereException(
        Fault.CHECKPOINT_UNKNOWN, "'" + what + "' is neither a known model nor a file");
  }

  /** A model's name made of a checkpoint's file name. */
  static String nameOf(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = absolute.getFileName().toString();
    String stem = Files.isDirectory(absolute) ? name : name.replaceFirst("\\.[A-Za-z]+$", "");
    Path parent = absolute.getParent();
    if (COMMON.contains(stem) && parent != null && parent.getFileName() != null) {
      stem = parent.getFileName().toString();
    }
    return stem.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceFirst("^[^a-z0-9]+", "");
  }

  /** Whether it is a whole file system, which has no name to call a model by. */
  private static boolean isRoot(Path file) {
    return file.toAbsolutePath().normalize().getFileName() == null;
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new LumiereException("there is no file or folder " + file);
    }
    return file;
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
