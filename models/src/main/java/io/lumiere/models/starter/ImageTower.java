package io.lumiere.models.starter;

import io.lumiere.base.RgbImage;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;

/** EfficientNet-Lite2 as a whole: pixels at its size to class logits. Thread-safe. */
final class ImageTower implements AutoCloseable {
  /**
   * What the network says of an image.
   *
   * @param logits one for each class of ImageNet-1k, in its order
   * @param features what the logits are computed from
   */
  @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
  record Result(float[] logits, float[] features) {}

  private final LazyNetwork network;

  ImageTower(Path modelDir, NetworkOptions options) {
    this.network =
        new LazyNetwork(
            modelDir.resolve(StarterFiles.IMAGE_PARAM),
            modelDir.resolve(StarterFiles.IMAGE_BIN),
            options);
  }

  /** Runs the network on an image of exactly its size. */
  Result run(RgbImage image) {
    int size = EfficientNetLite2.SIZE;
    if (image.width() != size || image.height() != size) {
      throw new IllegalArgumentException(
          "image of " + image.width() + " x " + image.height() + ", " + size + " is expected");
    }
    float[] pixels = EfficientNetLite2.PREPROCESSING.apply(image);
    try (Session session = network.get().newSession()) {
      session.input(EfficientNetLite2.INPUT, new FloatTensor(pixels, 3, size, size));
      return new Result(
          session.output(EfficientNetLite2.LOGITS).data(),
          session.output(EfficientNetLite2.FEATURES).data());
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
