package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import java.util.concurrent.atomic.AtomicInteger;

/** An encoder without a network: the mean colours of a 4 x 4 grid. Counts its calls. */
final class ColourEncoder implements ImageEncoder {
  static final EmbeddingModel MODEL = new EmbeddingModel("colours", "ab".repeat(32), 49);

  private static final int GRID = 4;

  final AtomicInteger calls = new AtomicInteger();
  private final long pauseMillis;

  ColourEncoder() {
    this(0);
  }

  /** An encoder that takes its time. */
  ColourEncoder(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  @Override
  public int imageSize() {
    return 32;
  }

  @Override
  public float[] encode(RgbImage image) {
    calls.incrementAndGet();
    pause();
    double[] sums = new double[MODEL.dimension()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int cell = y * GRID / image.height() * GRID + x * GRID / image.width();
        for (int c = 0; c < 3; c++) {
          sums[3 * cell + c] += image.rgb()[3 * (y * image.width() + x) + c] & 0xff;
        }
      }
    }
    sums[MODEL.dimension() - 1] = 1; // So that black has a direction too.
    return unit(sums);
  }

  private static float[] unit(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / Math.sqrt(squares));
    }
    return unit;
  }

  private void pause() {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
