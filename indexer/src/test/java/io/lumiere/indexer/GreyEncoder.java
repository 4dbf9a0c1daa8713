package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.util.VectorUtil;

/** Another encoder without a network: mean brightness of 8 columns. Counts its calls. */
final class GreyEncoder implements ImageEncoder {
  static final EmbeddingModel MODEL = new EmbeddingModel("greys", "cd".repeat(32), 9);

  final AtomicInteger calls = new AtomicInteger();
  private final long pauseMillis;

  GreyEncoder() {
    this(0);
  }

  /** An encoder that takes its time. */
  GreyEncoder(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  @Override
  public int imageSize() {
    return 16;
  }

  @Override
  public float[] encode(RgbImage image) {
    calls.incrementAndGet();
    float[] sums = new float[MODEL.dimension()];
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i++) {
      sums[i / 3 % image.width() * 8 / image.width()] += rgb[i] & 0xff;
    }
    sums[8] = 1; // So that black has a direction too.
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return VectorUtil.l2normalize(sums);
  }
}
