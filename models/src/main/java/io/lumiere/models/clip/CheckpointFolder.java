package io.lumiere.models.clip;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a checkpoint's parts lie: a bare file of weights, or a folder as open_clip or Hugging Face
 * lays it out.
 *
 * @param weights the file to open
 * @param folder where configurations and vocabularies are looked for; for a bare file, a folder
 *     that is not there
 * @param settings what the configurations say
 */
record CheckpointFolder(Path weights, Path folder, Settings settings) {
  /** The names that weights are published under, the best first. */
  private static final List<String> NAMES =
      List.of(
          "open_clip_model.safetensors",
          "model.safetensors",
          "model.safetensors" + Checkpoint.INDEX_SUFFIX,
          "open_clip_pytorch_model.bin",
          "pytorch_model.bin",
          "pytorch_model.bin" + Checkpoint.INDEX_SUFFIX);

  private static final String OTHER = ".*\\.(safetensors|pt|pth|bin|ckpt)";

  /**
   * Finds the parts.
   *
   * @throws LumiereException if there are no weights, or several and none has a usual name
   */
  static CheckpointFolder find(Path source) {
    if (Files.isRegularFile(source)) {
      return new CheckpointFolder(source, source.resolve("none"), Settings.none());
    }
    if (!Files.isDirectory(source)) {
      throw new LumiereException("there is no checkpoint " + source);
    }
    return new CheckpointFolder(weights(source), source, Settings.read(source));
  }

  /** Opens the weights, together with those of sentence-transformers' matrix if it lies beside. */
  Checkpoint open() {
    Path matrix = folder.resolve(Path.of(Settings.DENSE).getParent());
    if (!Files.isDirectory(matrix)) {
      return Checkpoint.open(weights);
    }
    Path matrixWeights = weights(matrix);
    Checkpoint checkpoint = Checkpoint.open(weights);
    try {
      return new JoinedCheckpoint(
          checkpoint, Settings.DENSE_WEIGHTS, Checkpoint.open(matrixWeights));
    } catch (RuntimeException e) {
      checkpoint.close();
      throw e;
    }
  }

  /** A whole CLIP checkpoint that lies beside the weights of a text tower; empty: none. */
  Optional<Path> imagesBeside() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".pt") && !file.equals(weights))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Path weights(Path folder) {
    for (String name : NAMES) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    List<Path> others;
    try (Stream<Path> files = Files.list(folder)) {
      others =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches(OTHER))
              .sorted()
              .toList();
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be read: " + e.getMessage(), e);
    }
    if (others.size() != 1) {
      throw new LumiereException(
          others.isEmpty()
              ? "there are no weights in " + folder + ": none of " + NAMES
              : "there are several weights in " + folder + ", name one of them: " + others);
    }
    return others.getFirst();
  }
}
