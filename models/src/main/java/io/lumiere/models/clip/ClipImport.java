package io.lumiere.models.clip;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.Models;
import io.lumiere.models.RgbImage;
import io.lumiere.models.checkpoint.Checkpoint;
import io.lumiere.models.clip.family.Conversion;
import io.lumiere.models.clip.family.Conversion.ImageTower;
import io.lumiere.models.clip.family.Conversion.Rows;
import io.lumiere.models.clip.family.Conversion.TextTower;
import io.lumiere.models.clip.family.Families;
import io.lumiere.models.clip.family.Settings;
import io.lumiere.models.clip.family.Tensors;
import io.lumiere.models.convert.NetworkBuilder;
import io.lumiere.models.convert.Storage;
import io.lumiere.models.image.Preprocessing;
import io.lumiere.models.tokenizer.TokenizerSpec;
import io.lumiere.schema.EmbeddingModel;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a model's folder of a checkpoint: finds out what it is, converts both towers for ncnn, and
 * brings the vocabulary. One tower at a time is in memory, its matrices as they will be stored.
 */
public final class ClipImport {
  /** Raised whenever the same checkpoint would give another model. */
  private static final int CONVERTER = 1;

  private final CheckpointFolder source;
  private final Path modelDir;
  private final ImportOptions options;

  private ClipImport(CheckpointFolder source, Path modelDir, ImportOptions options) {
    this.source = source;
    this.modelDir = modelDir;
    this.options = options;
  }

  /**
   * Converts a checkpoint and tries the result.
   *
   * @param source a file of weights, or a folder with weights, configuration and vocabulary
   * @param emptyModelDir is filled with a model that {@link Models#open} opens
   * @throws LumiereException if the checkpoint is damaged, of no known kind, or lacks something
   */
  public static ModelManifest convert(Path source, Path emptyModelDir, ImportOptions options) {
    CheckpointFolder folder = CheckpointFolder.find(source);
    try (Checkpoint checkpoint = folder.open()) {
      return convert(checkpoint, folder, emptyModelDir, options);
    }
  }

  /** The same of an open checkpoint. */
  static ModelManifest convert(
      Checkpoint checkpoint, CheckpointFolder folder, Path emptyModelDir, ImportOptions options) {
    try {
      return new ClipImport(folder, emptyModelDir, options).convert(Tensors.of(checkpoint));
    } catch (IOException e) {
      throw new LumiereException(emptyModelDir + " cannot be written: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new LumiereException(folder.weights() + " cannot be converted: " + e.getMessage(), e);
    }
  }

  private ModelManifest convert(Tensors tensors) throws IOException {
    Settings settings =
        options.activation() == null
            ? source.settings()
            : source.settings().withActivation(options.activation());
    Conversion conversion = Families.detect(tensors, settings);
    String architecture = conversion.architecture();
    options.progress().accept(source.weights().getFileName() + " is " + architecture);
    TextTower text = conversion.text();
    if (text == null) {
      throw new LumiereException(source.weights() + " has no text tower: it cannot be searched");
    }
    Preprocessing preprocessing = writeImages(conversion);
    options.progress().accept("Converting the text tower");
    writeNetwork(text.network(), ClipFiles.TEXT_PARAM, ClipFiles.TEXT_BIN);
    Rows rows = text.rows();
    boolean half = options.storage() != Storage.FP32;
    RowTable.write(
        modelDir.resolve(ClipFiles.ROWS),
        rows.tokens().get(),
        rows.places().get(),
        rows.width(),
        half);
    Families.requireAllRead(tensors, architecture);
    int maxTokens = text.input().maxTokens();
    TokenizerSpec tokenizer =
        new VocabularyFiles(source.folder(), modelDir, options.vocabularies(), maxTokens)
            .copy(text.words());
    new ClipConfig(
            architecture,
            preprocessing,
            tokenizer,
            text.input(),
            conversion.scoring(),
            conversion.templates())
        .write(modelDir);
    ModelManifest manifest = manifest(conversion, preprocessing);
    manifest.write(modelDir);
    options.progress().accept("Trying the model");
    tryOut(preprocessing.size());
    return manifest;
  }

  private Preprocessing writeImages(Conversion conversion) throws IOException {
    ImageTower image = conversion.image();
    Path other = options.imagesOf();
    if (image != null) {
      options.progress().accept("Converting the image tower");
      writeNetwork(image.network(), ClipFiles.IMAGE_PARAM, ClipFiles.IMAGE_BIN);
      return image.preprocessing();
    }
    if (other == null) {
      throw new LumiereException(
          source.weights()
              + " is a text tower alone ("
              + conversion.architecture()
              + "): name the model whose image tower it goes with");
    }
    EmbeddingModel images = ModelManifest.read(other).model();
    if (images.dimension() != conversion.dimension()) {
      throw new LumiereException(
          "the text tower gives %d numbers and the image tower of %s gives %d: they do not go together"
              .formatted(conversion.dimension(), images.id(), images.dimension()));
    }
    options.progress().accept("Taking the image tower of " + images.id());
    Preprocessing preprocessing = ClipConfig.read(other).preprocessing();
    for (String file : List.of(ClipFiles.IMAGE_PARAM, ClipFiles.IMAGE_BIN)) {
      Files.copy(other.resolve(file), modelDir.resolve(file));
    }
    return preprocessing;
  }

  private void writeNetwork(Consumer<NetworkBuilder> network, String param, String bin)
      throws IOException {
    NetworkBuilder net = new NetworkBuilder(options.storage());
    network.accept(net);
    net.write(modelDir.resolve(param), modelDir.resolve(bin));
  }

  private ModelManifest manifest(Conversion conversion, Preprocessing preprocessing)
      throws IOException {
    List<ModelFile> files = new ArrayList<>();
    try (Stream<Path> made = Files.list(modelDir)) {
      for (Path file : made.sorted().toList()) {
        files.add(ModelFile.of(file, false));
      }
    }
    String recipe = CONVERTER + ": " + conversion.architecture() + ", " + options.storage();
    String hash = ModelManifest.contentHash(recipe, files);
    return new ModelManifest(
        ClipKind.NAME,
        new EmbeddingModel(options.id(), hash, conversion.dimension()),
        preprocessing.minShortSide(),
        recipe,
        files,
        options.sources());
  }

  /** Runs both towers once: each throws unless it gives a unit vector. */
  private void tryOut(int size) {
    byte[] grey = new byte[3 * size * size];
    Arrays.fill(grey, (byte) 128);
    try (DualEncoder model = Models.open(modelDir)) {
      model.texts().encode("a photo of a harbour");
      model.images().encode(new RgbImage(size, size, grey));
    }
  }
}
