package io.lumiere.gallery.internal.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** From linear light to an 8-bit photo. */
final class Developer {
  private static final int STEPS = 4096;
  private static final double SHOULDER = 0.7;
  private static final double VIGNETTE = 0.13;
  private static final float[] TONE = new float[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      TONE[i] = (float) (255 * Rgb.encode(rollOff(range(i))));
    }
  }

  private Developer() {}

  static BufferedImage develop(float[] light, int width, int height, double grain, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    long state = seed * 0x9E3779B97F4A7C15L + 1;
    double reach = (width * (double) width + height * (double) height) / 4;
    for (int i = 0; i < rgb.length; i++) {
      int row = i / width;
      double dx = i - row * width - width / 2.0;
      double dy = row - height / 2.0;
      double gain = 1 - VIGNETTE * (dx * dx + dy * dy) / reach;
      state = state * 6364136223846793005L + 1442695040888963407L;
      // The sum of four bytes is close enough to normal; its standard deviation is 148.
      double noise = grain / 148 * (bytes(state) - 510);
      int pixel = 0;
      for (int c = 0; c < 3; c++) {
        double value = tone(light[3 * i + c] * gain) + noise;
        pixel = (pixel << 8) | (int) Math.clamp(value + 0.5, 0, 255);
      }
      rgb[i] = pixel;
    }
    return image;
  }

  private static double tone(double linear) {
    // The table is denser in the dark, where the eye distinguishes finer steps.
    double position = Math.sqrt(Math.clamp(linear, 0, 4) / 4) * STEPS;
    int i = Math.min((int) position, STEPS - 1);
    return TONE[i] + (TONE[i + 1] - TONE[i]) * (position - i);
  }

  private static double range(int step) {
    double root = (double) step / STEPS;
    return 4 * root * root;
  }

  /** Straight up to the shoulder, then towards 1 without ever cutting off. */
  private static double rollOff(double linear) {
    return linear < SHOULDER
        ? linear
        : 1 - (1 - SHOULDER) * Math.exp(-(linear - SHOULDER) / (1 - SHOULDER));
  }

  private static long bytes(long state) {
    return (state >>> 56)
        + ((state >>> 48) & 255)
        + ((state >>> 40) & 255)
        + ((state >>> 32) & 255);
  }
}
