package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.models.ImageEncoder;
import io.lumiere.schema.IndexedModel;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Encodes images for one vector field of the index. Thread-safe. */
final class FieldEncoder {
  /** This many encoder errors in a row are the encoder's fault, not the photos'. */
  private static final int MAX_ERRORS = 20;

  private final IndexedModel model;
  private final ModelEncoder atHand;
  private final AtomicInteger errors = new AtomicInteger();
  private @Nullable ImageEncoder images;

  FieldEncoder(IndexedModel model, ModelEncoder atHand) {
    this.model = model;
    this.atHand = atHand;
  }

  String field() {
    return model.field();
  }

  /** {@link ImageEncoder#imageSize}; it loads the network. */
  int imageSize() {
    return images().imageSize();
  }

  /**
   * The image's vector, of the field's dimension.
   *
   * @throws LumiereException if the encoder does not work at all
   */
  float[] encode(RgbImage image) throws FileFailure {
    float[] vector;
    try {
      vector = images().encode(image);
    } catch (RuntimeException e) {
      if (errors.incrementAndGet() >= MAX_ERRORS) {
        throw new LumiereException(
            "model " + model.id() + " fails on every photo, the last time with: " + e.getMessage(),
            e);
      }
      throw FileFailure.passing("it cannot be encoded: " + e.getMessage(), e);
    }
    if (vector.length != model.model().dimension()) {
      throw new LumiereException(
          "model "
              + model.id()
              + " gives vectors of "
              + vector.length
              + " dimensions and says that they have "
              + model.model().dimension());
    }
    errors.set(0);
    return vector;
  }

  private synchronized ImageEncoder images() {
    if (images == null) {
      images = atHand.images().get();
    }
    return images;
  }
}
