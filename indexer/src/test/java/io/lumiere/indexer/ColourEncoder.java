package io.lumiere.indexer;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.RgbImage;
import io.lumiere.models.ImageEncoder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An encoder without a network: the mean colours of a 4 x 4 grid. Counts its calls. */
final class ColourEncoder implements ImageEncoder {
  static final EmbeddingModel MODEL = new EmbeddingModel("colours", "ab".repeat(32), 49);

  private static final int GRID = 4;

  final AtomicInteger calls = new AtomicInteger();

  /** Opened by the test where calls wait. */
  final CountDownLatch gate = new CountDownLatch(1);

  private final int waiting;
  private final long pauseMillis;

  ColourEncoder() {
    this(Integer.MAX_VALUE, 0);
  }

  /** An encoder that takes its time. */
  ColourEncoder(long pauseMillis) {
    this(Integer.MAX_VALUE, pauseMillis);
  }

  private ColourEncoder(int waiting, long pauseMillis) {
    this.waiting = waiting;
    this.pauseMillis = pauseMillis;
  }

  /** One whose call of this number, and all after it, wait at {@link #gate}. */
  static ColourEncoder waitingAt(int call) {
    return waitingAt(call, 0);
  }

  /** The same, where those before take their time. */
  static ColourEncoder waitingAt(int call, long pauseMillis) {
    return new ColourEncoder(call, pauseMillis);
  }

  @Override
  public int imageSize() {
    return 32;
  }

  @Override
  public float[] encode(RgbImage image) {
    pause(calls.incrementAndGet());
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

  private void pause(int call) {
    try {
      if (call >= waiting) {
        gate.await();
      }
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
