package io.lumiere.models.starter;

import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.internal.bridge.BridgeMatrices;
import io.lumiere.models.internal.bridge.ImageBridge;

/** The image tower and the bridge. Thread-safe. */
final class StarterImageEncoder implements ImageEncoder {
  private final ImageTower tower;
  private final Lazy<ImageBridge> bridge;

  StarterImageEncoder(ImageTower tower, Lazy<BridgeMatrices> matrices) {
    this.tower = tower;
    this.bridge = new Lazy<>(() -> new ImageBridge(matrices.get()));
  }

  @Override
  public int imageSize() {
    return EfficientNetLite2.PREPROCESSING.minShortSide();
  }

  @Override
  public float[] encode(RgbImage image) {
    RgbImage square = EfficientNetLite2.PREPROCESSING.toSquare(image);
    return UnitVectors.check(bridge.get().vector(tower.run(square).logits(), image), "an image");
  }
}
