package io.lumiere.examples.cluster;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.RgbImage;
import io.lumiere.indexer.ModelEncoder;
import io.lumiere.models.ImageEncoder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** An encoder without a network: where an image is bright. Counts its calls. */
final class CountingEncoder implements ImageEncoder {
  static final EmbeddingModel MODEL = new EmbeddingModel("brightness", "bc".repeat(32), 16);

  final AtomicInteger calls = new AtomicInteger();
  private final IntConsumer each;

  CountingEncoder() {
    this(calls -> {});
  }

  /**
   * An encoder.
   *
   * @param each told the number of each call
   */
  CountingEncoder(IntConsumer each) {
    this.each = each;
  }

  /** As an index run takes it. */
  ModelEncoder asModel() {
    return new ModelEncoder(MODEL, () -> this);
  }

  @Override
  public int imageSize() {
    return 32;
  }

  @Override
  public float[] encode(RgbImage image) {
    each.accept(calls.incrementAndGet());
    float[] vector = new float[MODEL.dimension()];
    for (int i = 0; i < image.rgb().length; i++) {
      vector[i * vector.length / image.rgb().length] += 1 + (image.rgb()[i] & 0xff);
    }
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
