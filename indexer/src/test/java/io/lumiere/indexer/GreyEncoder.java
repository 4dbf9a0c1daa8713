package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.util.VectorUtil;

/** Another encoder without a network: mean brightness of 8 columns. Counts its calls. */
final class GreyEncoder implements ImageEncoder {
  static final EmbeddingModel MODEL = new EmbeddingModel("greys", "cd".repeat(32), 9);

  final AtomicInteger calls = new AtomicInteger();

  /** Opened by the test where calls wait. */
  final CountDownLatch gate = new CountDownLatch(1);

  private final int waiting;

  GreyEncoder() {
    this(Integer.MAX_VALUE);
  }

  /** One whose call {@code waiting}, and all after it, wait at {@link #gate}. */
  GreyEncoder(int waiting) {
    this.waiting = waiting;
  }

  @Override
  public int imageSize() {
    return 16;
  }

  @Override
  public float[] encode(RgbImage image) {
    int call = calls.incrementAndGet();
    float[] sums = new float[MODEL.dimension()];
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i++) {
      sums[i / 3 % image.width() * 8 / image.width()] += rgb[i] & 0xff;
    }
    sums[8] = 1; // So that black has a direction too.
    try {
      if (call >= waiting) {
        gate.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return VectorUtil.l2normalize(sums);
  }
}
