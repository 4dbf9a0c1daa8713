package io.lumiere.models.clip;

import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import io.lumiere.models.internal.LazyNetwork;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.internal.family.Conversion;
import io.lumiere.models.internal.preprocess.Preprocessing;
import io.lumiere.ncnn.FloatTensor;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.Session;
import java.nio.file.Path;

/** A CLIP model's image tower. Thread-safe; each call has a session of its own. */
final class ClipImageEncoder implements ImageEncoder, AutoCloseable {
  private final Preprocessing preprocessing;
  private final LazyNetwork network;

  ClipImageEncoder(Path modelDir, Preprocessing preprocessing, NetworkOptions options) {
    this.preprocessing = preprocessing;
    this.network =
        new LazyNetwork(
            modelDir.resolve(ClipFiles.IMAGE_PARAM),
            modelDir.resolve(ClipFiles.IMAGE_BIN),
            options);
  }

  @Override
  public int imageSize() {
    return preprocessing.minShortSide();
  }

  @Override
  public float[] encode(RgbImage image) {
    int size = preprocessing.size();
    float[] pixels = preprocessing.apply(image);
    try (Session session = network.get().newSession()) {
      session.input(Conversion.PIXELS, new FloatTensor(pixels, 3, size, size));
      return UnitVectors.normalise(
          session.output(Conversion.VECTOR).data().clone(),
          "an image of " + image.width() + " x " + image.height() + " pixels");
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
