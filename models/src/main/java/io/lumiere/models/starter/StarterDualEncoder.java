package io.lumiere.models.starter;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.Scoring;
import io.lumiere.models.TextEncoder;
import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.bridge.BridgeFile;
import io.lumiere.models.internal.bridge.BridgeMatrices;
import io.lumiere.ncnn.NetworkOptions;
import java.nio.file.Path;

/** The starter model, open. */
final class StarterDualEncoder implements DualEncoder {
  // Cosines of an image with its right class and with others are some .3 apart, and mean little
  // below that.
  private static final Scoring SCORING = new Scoring(Scoring.Kind.SOFTMAX, 20, 0);

  private final EmbeddingModel model;
  private final ImageTower imageTower;
  private final SentenceTower sentenceTower;
  private final ImageEncoder images;
  private final TextEncoder texts;

  StarterDualEncoder(Path modelDir, EmbeddingModel model, NetworkOptions options) {
    this.model = model;
    this.imageTower = new ImageTower(modelDir, options);
    this.sentenceTower = new SentenceTower(modelDir, options);
    Lazy<BridgeMatrices> matrices =
        new Lazy<>(() -> BridgeFile.read(modelDir.resolve(StarterFiles.BRIDGE)));
    this.images = new StarterImageEncoder(imageTower, matrices);
    this.texts = new StarterTextEncoder(sentenceTower, matrices);
  }

  @Override
  public EmbeddingModel model() {
    return model;
  }

  @Override
  public ImageEncoder images() {
    return images;
  }

  @Override
  public TextEncoder texts() {
    return texts;
  }

  @Override
  public Scoring scoring() {
    return SCORING;
  }

  @Override
  public void close() {
    imageTower.close();
    sentenceTower.close();
  }
}
