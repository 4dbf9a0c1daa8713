package io.lumiere.gallery.internal.paint;

/** Arithmetic on whole layers of pixels. */
final class Layers {
  private static final float[] LINEAR = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      LINEAR[i] = (float) Rgb.linear(i / 255.0);
    }
  }

  private Layers() {}

  /** Lays a drawing over the light; with a radius it is blurred before, its edges too. */
  static void blend(float[] light, int[] argb, int width, int height, int radius) {
    float[] layer = premultiplied(argb);
    if (radius > 0) {
      blur(layer, 4, width, height, radius);
    }
    for (int i = 0; i < argb.length; i++) {
      float rest = 1 - layer[4 * i + 3];
      for (int c = 0; c < 3; c++) {
        light[3 * i + c] = light[3 * i + c] * rest + layer[4 * i + c];
      }
    }
  }

  private static float[] premultiplied(int[] argb) {
    float[] layer = new float[4 * argb.length];
    for (int i = 0; i < argb.length; i++) {
      float alpha = (argb[i] >>> 24) / 255f;
      layer[4 * i] = LINEAR[(argb[i] >> 16) & 255] * alpha;
      layer[4 * i + 1] = LINEAR[(argb[i] >> 8) & 255] * alpha;
      layer[4 * i + 2] = LINEAR[argb[i] & 255] * alpha;
      layer[4 * i + 3] = alpha;
    }
    return layer;
  }

  /** Two box blurs each way: near enough to a lens's, at a cost that does not grow with radius. */
  static void blur(float[] values, int channels, int width, int height, int radius) {
    float[] line = new float[Math.max(width, height)];
    for (int pass = 0; pass < 2; pass++) {
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < height; y++) {
          box(values, channels * y * width + c, channels, width, radius, line);
        }
        for (int x = 0; x < width; x++) {
          box(values, channels * x + c, channels * width, height, radius, line);
        }
      }
    }
  }

  private static void box(
      float[] values, int start, int step, int count, int radius, float[] line) {
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += values[start + Math.clamp(i, 0, count - 1) * step];
    }
    for (int i = 0; i < count; i++) {
      line[i] = (float) (sum / (2 * radius + 1));
      sum += values[start + Math.min(i + radius + 1, count - 1) * step];
      sum -= values[start + Math.max(i - radius, 0) * step];
    }
    for (int i = 0; i < count; i++) {
      values[start + i * step] = line[i];
    }
  }
}
