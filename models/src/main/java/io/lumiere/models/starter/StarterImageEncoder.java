package io.lumiere.models.starter;

import io.lumiere.models.ImageEncoder;
import io.lumiere.models.RgbImage;
import io.lumiere.ncnn.NetworkOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The image tower and the bridge into the text tower's space. Thread-safe. */
final class StarterImageEncoder implements ImageEncoder, AutoCloseable {
  private final Path modelDir;
  private final ImageTower tower;
  private @Nullable ClassBridge bridge;

  StarterImageEncoder(Path modelDir, NetworkOptions options) {
    this.modelDir = modelDir;
    this.tower = new ImageTower(modelDir, options);
  }

  @Override
  public int imageSize() {
    return EfficientNetLite2.PREPROCESSING.minShortSide();
  }

  @Override
  public float[] encode(RgbImage image) {
    RgbImage square = EfficientNetLite2.PREPROCESSING.toSquare(image);
    return bridge().vector(Softmax.of(tower.run(square).logits()));
  }

  private synchronized ClassBridge bridge() {
    ClassBridge loaded = bridge;
    if (loaded == null) {
      loaded = ClassBridge.read(modelDir);
      bridge = loaded;
    }
    return loaded;
  }

  @Override
  public void close() {
    tower.close();
  }
}
