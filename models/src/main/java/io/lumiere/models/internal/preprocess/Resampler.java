package io.lumiere.models.internal.preprocess;

import io.lumiere.base.RgbImage;
import java.util.Arrays;

/**
 * Resizes to the pixel as {@code Image.resize} of Pillow 3.3 to 12 does: first along rows, then
 * along columns, each with 22-bit weights and rounding to 8 bits; an axis that keeps its length is
 * not filtered. Only the part of the result that is asked for is computed.
 */
final class Resampler {
  private Resampler() {}

  /** A part of a resized image: position of its upper left pixel, and its size, in pixels. */
  public record Window(int x, int y, int width, int height) {
    public Window {
      if (x < 0 || y < 0 || width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "window of " + width + " x " + height + " at " + x + ", " + y);
      }
    }
  }

  /** The whole image in {@code width} by {@code height} pixels. */
  public static RgbImage resize(RgbImage image, int width, int height, Filter filter) {
    return resize(image, width, height, new Window(0, 0, width, height), filter);
  }

  /**
   * What {@code window} shows of the image when that is resized to {@code width} by {@code height}
   * pixels.
   */
  public static RgbImage resize(
      RgbImage image, int width, int height, Window window, Filter filter) {
    if ((long) window.x() + window.width() > width
        || (long) window.y() + window.height() > height) {
      throw new IllegalArgumentException(
          window + " is not within " + width + " x " + height + " pixels");
    }
    Kernel columns = Kernel.of(filter, image.width(), width, window.x(), window.width());
    Kernel rows = Kernel.of(filter, image.height(), height, window.y(), window.height());
    int top = rows.first(0);
    byte[] between = alongRows(image, columns, top, rows.end());
    byte[] result = alongColumns(between, rows, top, window.width());
    return new RgbImage(window.width(), window.height(), result);
  }

  /** Rows {@code top} to {@code end} of the image, resized in width alone. */
  private static byte[] alongRows(RgbImage image, Kernel columns, int top, int end) {
    int stride = 3 * columns.size();
    byte[] out = new byte[stride * (end - top)];
    for (int y = top; y < end; y++) {
      int row = 3 * image.width() * y;
      int at = stride * (y - top);
      for (int x = 0; x < columns.size(); x++, at += 3) {
        pixel(image.rgb(), row + 3 * columns.first(x), columns.weights(x), out, at);
      }
    }
    return out;
  }

  private static void pixel(byte[] in, int from, int[] weights, byte[] out, int at) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int i = from;
    for (int weight : weights) {
      red += weight * (in[i] & 0xff);
      green += weight * (in[i + 1] & 0xff);
      blue += weight * (in[i + 2] & 0xff);
      i += 3;
    }
    out[at] = (byte) Kernel.round(red);
    out[at + 1] = (byte) Kernel.round(green);
    out[at + 2] = (byte) Kernel.round(blue);
  }

  /** Row by row with one sum a sample, which runs through memory in order. */
  private static byte[] alongColumns(byte[] in, Kernel rows, int top, int width) {
    int stride = 3 * width;
    byte[] out = new byte[stride * rows.size()];
    int[] sums = new int[stride];
    for (int y = 0; y < rows.size(); y++) {
      int from = stride * (rows.first(y) - top);
      Arrays.fill(sums, 0);
      for (int weight : rows.weights(y)) {
        for (int i = 0; i < stride; i++) {
          sums[i] += weight * (in[from + i] & 0xff);
        }
        from += stride;
      }
      for (int i = 0; i < stride; i++) {
        out[stride * y + i] = (byte) Kernel.round(sums[i]);
      }
    }
    return out;
  }
}
