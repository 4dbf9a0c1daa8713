package io.lumiere.models.starter;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.TextEncoder;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.schema.EmbeddingModel;
import java.nio.file.Path;

/** The starter model, open. */
final class StarterDualEncoder implements DualEncoder {
  private final EmbeddingModel model;
  private final StarterImageEncoder images;
  private final StarterTextEncoder texts;

  StarterDualEncoder(Path modelDir, EmbeddingModel model, NetworkOptions options) {
    this.model = model;
    this.images = new StarterImageEncoder(modelDir, options);
    this.texts = new StarterTextEncoder(modelDir, options);
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
  public void close() {
    images.close();
    texts.close();
  }
}
