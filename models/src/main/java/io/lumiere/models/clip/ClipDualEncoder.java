package io.lumiere.models.clip;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.Scoring;
import io.lumiere.models.TextEncoder;
import io.lumiere.ncnn.NetworkOptions;
import java.nio.file.Path;
import java.util.List;

/** A CLIP model, open. */
final class ClipDualEncoder implements DualEncoder {
  private final EmbeddingModel model;
  private final ClipConfig config;
  private final ClipImageEncoder images;
  private final ClipTextEncoder texts;

  ClipDualEncoder(Path modelDir, EmbeddingModel model, NetworkOptions options) {
    this.model = model;
    this.config = ClipConfig.read(modelDir);
    this.images = new ClipImageEncoder(modelDir, config.preprocessing(), options);
    this.texts = new ClipTextEncoder(modelDir, config.tokenizer(), config.input(), options);
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
    return config.scoring();
  }

  @Override
  public List<String> templates() {
    return config.templates();
  }

  @Override
  public void close() {
    images.close();
    texts.close();
  }
}
