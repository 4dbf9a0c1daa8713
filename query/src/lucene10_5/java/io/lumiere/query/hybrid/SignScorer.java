package io.lumiere.query.hybrid;

import io.lumiere.schema.store.ShortCodesLayout;
import java.io.IOException;
import org.apache.lucene.store.IndexInput;

/**
 * Estimates dot products by the signs in {@link ShortCodes} alone, a block of documents at a time.
 * Not thread-safe.
 */
final class SignScorer {
  private final ShortCodesLayout layout;
  private final IndexInput signs;
  private final BitProducts bits;
  private final float ofMean;
  private final float step;
  private final int sum;
  private final int[] products = new int[ShortCodesLayout.BLOCK];
  private final float[] scales = new float[ShortCodesLayout.BLOCK];

  SignScorer(
      ShortCodesLayout layout,
      IndexInput signs,
      BitProducts bits,
      float ofMean,
      float step,
      int sum) {
    this.layout = layout;
    this.signs = signs;
    this.bits = bits;
    this.ofMean = ofMean;
    this.step = step;
    this.sum = sum;
  }

  /**
   * Estimates a block.
   *
   * @param count how many documents it has
   */
  void estimateBlock(int first, int count, float[] estimates) throws IOException {
    signs.seek(layout.block(first));
    signs.readLongs(bits.rows, 0, count * layout.words());
    signs.readFloats(scales, 0, count);
    bits.compute(count, products);
    // Components are 2 * sign - 1, and scores half of what is 1 more than a product.
    estimate(products, scales, step, -.5f * step * sum, (1 + ofMean) / 2, estimates, count);
  }

  private static void estimate(
      int[] products,
      float[] scales,
      float step,
      float ofSum,
      float ofMean,
      float[] estimates,
      int count) {
    for (int i = 0; i < count; i++) {
      estimates[i] = ofMean + scales[i] * (step * products[i] + ofSum);
    }
  }
}
