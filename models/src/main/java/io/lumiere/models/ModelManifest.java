package io.lumiere.models;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's folder says of itself, in {@value #FILE}. Immutable.
 *
 * @param kind how to open it, see {@link ModelKind}
 * @param model the model's id, content hash and dimension
 * @param imageSize short side, in pixels, of the images that its image tower takes
 * @param recipe what the folder was made from and by which version of the code: made again, it
 *     would be the same
 * @param files all other files of the folder, sorted by name
 * @param sources where the weights come from
 */
public record ModelManifest(
    String kind,
    EmbeddingModel model,
    int imageSize,
    String recipe,
    List<ModelFile> files,
    List<Source> sources) {
  /** The manifest's file name. */
  public static final String FILE = "model.json";

  /**
   * A file of the model.
   *
   * @param name file name in the model's folder
   * @param bytes its size
   * @param sha256 of its content, lower-case hexadecimal
   * @param derived whether it was computed by running the model's other files: its last digits then
   *     depend on the processor, so it is not part of the content hash
   */
  public record ModelFile(String name, long bytes, String sha256, boolean derived) {
    /** Describes a file as it is. */
    public static ModelFile of(Path file, boolean derived) throws IOException {
      return new ModelFile(
          file.getFileName().toString(), Files.size(file), Sha256.of(file), derived);
    }
  }

  /**
   * Where weights or words come from.
   *
   * @param name of the package
   * @param version of the package
   * @param sha256 of the package's file
   * @param licence what the package says
   */
  public record Source(String name, String version, String sha256, String licence) {}

  public ModelManifest {
    files = files.stream().sorted(Comparator.comparing(ModelFile::name)).toList();
    sources = List.copyOf(sources);
  }

  /** The model's id, such as {@code starter}. */
  public String id() {
    return model.id();
  }

  /**
   * Hash of a model: SHA-256 over its recipe and the names and hashes of its files in the order of
   * their names, without derived ones. The same on every machine.
   */
  public static String contentHash(String recipe, List<ModelFile> files) {
    StringBuilder text = new StringBuilder(recipe).append('\n');
    files.stream()
        .filter(f -> !f.derived())
        .sorted(Comparator.comparing(ModelFile::name))
        .forEach(f -> text.append(f.name()).append(' ').append(f.sha256()).append('\n'));
    return Sha256.of(text.toString());
  }

  /** Reads the manifest of a model's folder. */
  public static ModelManifest read(Path modelDir) {
    Path file = modelDir.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw damaged("there is no model in " + modelDir + ": no " + FILE);
    }
    try {
      return ManifestJson.read(Files.readAllBytes(file));
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(file + " is not a model's manifest: " + e.getMessage(), e);
    }
  }

  /** Writes the manifest into a model's folder. */
  public void write(Path modelDir) throws IOException {
    Files.write(modelDir.resolve(FILE), ManifestJson.write(this));
  }

  /** Throws where a listed file is missing or of another size. */
  public void checkSizes(Path modelDir) {
    for (ModelFile file : files) {
      Path path = modelDir.resolve(file.name());
      try {
        if (!Files.isRegularFile(path)) {
          throw damaged(path + " is missing");
        }
        if (Files.size(path) != file.bytes()) {
          throw damaged(path + " has " + Files.size(path) + " bytes instead of " + file.bytes());
        }
      } catch (IOException e) {
        throw damaged(path + " cannot be read: " + e.getMessage(), e);
      }
    }
  }

  /** Throws where a listed file's content is not what is listed. */
  public void checkContent(Path modelDir) {
    checkSizes(modelDir);
    for (ModelFile file : files) {
      Path path = modelDir.resolve(file.name());
      try {
        if (!Sha256.of(path).equals(file.sha256())) {
          throw damaged(path + " is damaged: its SHA-256 differs");
        }
      } catch (IOException e) {
        throw damaged(path + " cannot be read: " + e.getMessage(), e);
      }
    }
    if (!contentHash(recipe, files).equals(model.contentHash())) {
      throw damaged(modelDir.resolve(FILE) + " is damaged: its content hash is not its files'");
    }
  }

  private static LumiereException damaged(String message) {
    return damaged(message, null);
  }

  private static LumiereException damaged(String message, @Nullable Exception cause) {
    return new LumiereException(Fault.MODEL_DAMAGED, message, cause);
  }
}
