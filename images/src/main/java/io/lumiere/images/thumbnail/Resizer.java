package io.lumiere.images.thumbnail;

import io.lumiere.base.RgbImage;
import java.util.Arrays;

/**
 * Shrinks pictures by Catmull and Rom's filter, widened by the factor, so that every pixel counts
 * and nothing finer than the result's own pixels is left to flicker. Columns go first: these sums
 * run through memory in order, and leave fewer rows for the rest.
 */
final class Resizer {
  private Resizer() {}

  /** The picture in a size that is not larger; itself where that is its own. */
  static RgbImage shrink(RgbImage image, int width, int height) {
    if (width > image.width() || height > image.height()) {
      throw new IllegalArgumentException(
          image.width() + " x " + image.height() + " pixels to " + width + " x " + height);
    }
    RgbImage low = height == image.height() ? image : alongColumns(image, height);
    return width == low.width() ? low : alongRows(low, width);
  }

  private static RgbImage alongColumns(RgbImage image, int height) {
    FilterWeights rows = FilterWeights.shrinking(image.height(), height);
    int stride = 3 * image.width();
    byte[] in = image.rgb();
    byte[] out = new byte[stride * height];
    int[] sums = new int[stride];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, FilterWeights.HALF);
      int[] weights = rows.weights(y);
      for (int i = 0; i < weights.length; i++) {
        add(in, (rows.first(y) + i) * stride, weights[i], sums);
      }
      for (int i = 0; i < stride; i++) {
        out[y * stride + i] = FilterWeights.value(sums[i]);
      }
    }
    return new RgbImage(image.width(), height, out);
  }

  /** A loop that the JIT compiler makes vector code of. */
  private static void add(byte[] in, int from, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * (in[from + i] & 0xff);
    }
  }

  private static RgbImage alongRows(RgbImage image, int width) {
    FilterWeights columns = FilterWeights.shrinking(image.width(), width);
    byte[] out = new byte[3 * width * image.height()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      int row = 3 * image.width() * y;
      for (int x = 0; x < width; x++, at += 3) {
        pixel(image.rgb(), row + 3 * columns.first(x), columns.weights(x), out, at);
      }
    }
    return new RgbImage(width, image.height(), out);
  }

  private static void pixel(byte[] in, int from, int[] weights, byte[] out, int at) {
    int red = FilterWeights.HALF;
    int green = FilterWeights.HALF;
    int blue = FilterWeights.HALF;
    int i = from;
    for (int weight : weights) {
      red += weight * (in[i] & 0xff);
      green += weight * (in[i + 1] & 0xff);
      blue += weight * (in[i + 2] & 0xff);
      i += 3;
    }
    out[at] = FilterWeights.value(red);
    out[at + 1] = FilterWeights.value(green);
    out[at + 2] = FilterWeights.value(blue);
  }
}
