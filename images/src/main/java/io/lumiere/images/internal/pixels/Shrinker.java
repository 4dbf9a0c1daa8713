package io.lumiere.images.internal.pixels;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.work.Stop;
import java.util.Arrays;

/** Makes an RGB image of samples, smaller by a whole factor: each pixel is the mean of a box. */
public final class Shrinker {
  private Shrinker() {}

  /**
   * An image of {@code ceil(width / factor)} by {@code ceil(height / factor)} pixels; the boxes at
   * the right and at the bottom may be smaller.
   *
   * @param factor at least 1
   */
  public static RgbImage toRgb(Samples samples, int factor) {
    RgbRows rows = new RgbRows(samples);
    return factor == 1 ? copy(samples, rows) : shrink(samples, rows, factor);
  }

  private static RgbImage copy(Samples samples, RgbRows rows) {
    int stride = 3 * samples.width();
    byte[] rgb = new byte[Math.multiplyExact(stride, samples.height())];
    for (int y = 0; y < samples.height(); y++) {
      Stop.check();
      rows.read(y, rgb, y * stride);
    }
    return new RgbImage(samples.width(), samples.height(), rgb);
  }

  private static RgbImage shrink(Samples samples, RgbRows rows, int factor) {
    int width = Math.ceilDiv(samples.width(), factor);
    int height = Math.ceilDiv(samples.height(), factor);
    byte[] rgb = new byte[Math.multiplyExact(3 * width, height)];
    byte[] row = new byte[3 * samples.width()];
    long[] sums = new long[3 * width];
    for (int y = 0; y < height; y++) {
      Stop.check();
      Arrays.fill(sums, 0);
      int end = Math.min(samples.height(), (y + 1) * factor);
      for (int source = y * factor; source < end; source++) {
        rows.read(source, row, 0);
        add(row, sums, factor);
      }
      mean(sums, rgb, 3 * width * y, samples.width(), factor, end - y * factor);
    }
    return new RgbImage(width, height, rgb);
  }

  private static void add(byte[] row, long[] sums, int factor) {
    int box = 3 * factor;
    for (int to = 0, start = 0; start < row.length; to += 3, start += box) {
      int end = Math.min(row.length, start + box);
      int red = 0;
      int green = 0;
      int blue = 0;
      for (int i = start; i < end; i += 3) {
        red += row[i] & 0xff;
        green += row[i + 1] & 0xff;
        blue += row[i + 2] & 0xff;
      }
      sums[to] += red;
      sums[to + 1] += green;
      sums[to + 2] += blue;
    }
  }

  private static void mean(long[] sums, byte[] rgb, int at, int width, int factor, int boxHeight) {
    for (int i = 0; i < sums.length; i++) {
      long boxWidth = Math.min(factor, width - (long) i / 3 * factor);
      long count = boxWidth * boxHeight;
      rgb[at + i] = (byte) ((sums[i] + count / 2) / count);
    }
  }
}
