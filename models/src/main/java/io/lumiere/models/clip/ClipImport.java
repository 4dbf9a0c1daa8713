package io.lumiere.models.clip;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.Models;
import io.lumiere.models.Prompts;
import io.lumiere.models.convert.Storage;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.models.internal.family.Conversion;
import io.lumiere.models.internal.family.Conversion.ImageTower;
import io.lumiere.models.internal.family.Conversion.Rows;
import io.lumiere.models.internal.family.Conversion.TextTower;
import io.lumiere.models.internal.family.Families;
import io.lumiere.models.internal.family.Settings;
import io.lumiere.models.internal.family.Tensors;
import io.lumiere.models.internal.preprocess.Preprocessing;
import io.lumiere.models.internal.tokenizer.Tokenizer;
import io.lumiere.models.internal.tokenizer.TokenizerSpec;
import io.lumiere.ncnn.FloatTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a model's folder of a checkpoint: finds out what it is, converts both towers for ncnn, and
 * brings the vocabulary. One tower at a time is in memory, its matrices as they will be stored. Not
 * thread-safe: for one thread, once.
 */
public final class ClipImport {
  /** Raised whenever the same checkpoint would give another model. */
  private static final int CONVERTER = 1;

  /** What texts in 8 bits are calibrated with, each in one of the model's sentences. */
  private static final List<String> LABELS =
      List.of(
          "a harbour at dusk",
          "children playing in the snow",
          "a red car",
          "mountains",
          "a birthday cake with candles",
          "two dogs on a beach",
          "an old church",
          "a crowded market street",
          "a bridge over a river",
          "flowers",
          "a person riding a bicycle",
          "the night sky",
          "a cup of coffee on a wooden table",
          "a football match",
          "a forest in autumn",
          "a smiling woman");

  private final CheckpointFolder source;
  private final Path modelDir;
  private final ImportOptions options;
  private final NetworkWriter writer;

  private ClipImport(CheckpointFolder source, Path modelDir, ImportOptions options) {
    this.source = source;
    this.modelDir = modelDir;
    this.options = options;
    this.writer = new NetworkWriter(modelDir, options.storage(), options.progress());
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
    TokenizerSpec tokenizer = writeTexts(text, conversion.templates());
    Families.requireAllRead(tensors, architecture);
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
    if (image != null) {
      return writeImages(image);
    }
    Path other = options.imagesOf();
    if (other != null) {
      return copyImages(conversion, other);
    }
    Path beside =
        source
            .imagesBeside()
            .orElseThrow(() ->
                new LumiereException(
                    source.weights()
                        + " is a text tower alone ("
                        + conversion.architecture()
                        + "): name the model whose image tower it goes with"));
    try (Checkpoint checkpoint = Checkpoint.open(beside)) {
      Conversion images = Families.detect(Tensors.of(checkpoint), Settings.none());
      requireDimension(conversion, images.dimension(), beside.toString());
      if (images.image() == null) {
        throw new LumiereException(beside + " has no image tower");
      }
      return writeImages(images.image());
    }
  }

  private Preprocessing writeImages(ImageTower image) throws IOException {
    options.progress().accept("Converting the image tower");
    writer.write(
        image.network(),
        ClipFiles.IMAGE_PARAM,
        ClipFiles.IMAGE_BIN,
        imageSamples(image.preprocessing()));
    return image.preprocessing();
  }

  private static void requireDimension(Conversion texts, int dimension, String images) {
    if (dimension != texts.dimension()) {
      throw new LumiereException(
          "the text tower gives %d numbers and the image tower of %s gives %d: they do not go together"
              .formatted(texts.dimension(), images, dimension));
    }
  }

  private Preprocessing copyImages(Conversion conversion, Path other) throws IOException {
    EmbeddingModel images = ModelManifest.read(other).model();
    requireDimension(conversion, images.dimension(), images.id());
    options.progress().accept("Taking the image tower of " + images.id());
    Preprocessing preprocessing = ClipConfig.read(other).preprocessing();
    for (String file : List.of(ClipFiles.IMAGE_PARAM, ClipFiles.IMAGE_BIN)) {
      Files.copy(other.resolve(file), modelDir.resolve(file));
    }
    return preprocessing;
  }

  private List<Map<String, FloatTensor>> imageSamples(Preprocessing preprocessing) {
    int size = preprocessing.size();
    return options.calibration().stream()
        .map(image ->
            Map.of(Conversion.PIXELS, new FloatTensor(preprocessing.apply(image), 3, size, size)))
        .toList();
  }

  private TokenizerSpec writeTexts(TextTower text, List<String> templates) throws IOException {
    options.progress().accept("Converting the text tower");
    Rows rows = text.rows();
    Path table = modelDir.resolve(ClipFiles.ROWS);
    RowTable.write(
        table,
        rows.tokens().get(),
        rows.places().get(),
        rows.width(),
        options.storage() != Storage.FP32);
    TokenizerSpec spec =
        new VocabularyFiles(
                source.folder(), modelDir, options.vocabularies(), text.input().maxTokens())
            .copy(text.words());
    List<Map<String, FloatTensor>> samples =
        options.storage() == Storage.INT8
            ? textSamples(spec.open(modelDir), text, templates)
            : List.of();
    writer.write(text.network(), ClipFiles.TEXT_PARAM, ClipFiles.TEXT_BIN, samples);
    return spec;
  }

  private List<Map<String, FloatTensor>> textSamples(
      Tokenizer tokenizer, TextTower text, List<String> templates) {
    List<Map<String, FloatTensor>> samples = new ArrayList<>();
    try (RowTable table = new RowTable(modelDir.resolve(ClipFiles.ROWS))) {
      TextTensors tensors = new TextTensors(text.input(), table);
      for (int i = 0; i < LABELS.size(); i++) {
        String template = templates.get(i % templates.size());
        String sentence = template.replace(Prompts.LABEL, LABELS.get(i));
        samples.add(tensors.of(tokenizer.encode(sentence)));
      }
    }
    return samples;
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
