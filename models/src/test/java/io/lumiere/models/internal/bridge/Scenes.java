package io.lumiere.models.internal.bridge;

import io.lumiere.base.RgbImage;
import java.util.Random;

/** Scenes that tests paint: layers of colour with what stands in them, and a little noise. */
final class Scenes {
  static final int WIDTH = 120;
  static final int HEIGHT = 80;

  /** A colour as a function of the place, each from 0 to 1; RGB from 0 to 255. */
  interface Painter {
    double[] colour(double x, double y);
  }

  private Scenes() {}

  static RgbImage paint(Painter painter, long seed) {
    return paint(WIDTH, HEIGHT, painter, seed);
  }

  static RgbImage paint(int width, int height, Painter painter, long seed) {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (double value : painter.colour((x + 0.5) / width, (y + 0.5) / height)) {
          rgb[at++] = (byte) Math.clamp(Math.round(value + 3 * random.nextGaussian()), 0, 255);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /** From violet over orange to gold, a sun, and a dark sea with its reflection. */
  static double[] sunset(double x, double y) {
    if (Math.hypot((x - 0.4) * 1.5, y - 0.55) < 0.05) {
      return new double[] {255, 245, 200};
    }
    if (y > 0.65) {
      return Math.abs(x - 0.4) < 0.04 ? rgb(190, 120, 60) : rgb(50, 35, 50);
    }
    return y < 0.35
        ? between(rgb(70, 55, 115), rgb(210, 105, 90), y / 0.35)
        : between(rgb(210, 105, 90), rgb(255, 195, 85), (y - 0.35) / 0.3);
  }

  /** A pier into a grey sea under a grey sky. */
  static double[] greyPier(double x, double y) {
    if (y > 0.5 && Math.abs(x - 0.5) < (y - 0.45) * 0.7) {
      return Math.sin(40 * y * y) > 0.8 ? rgb(100, 100, 101) : rgb(75, 75, 77);
    }
    double light = y < 0.5 ? 200 - 50 * y : 150 - 20 * y;
    return rgb(light, light, light + 2);
  }

  /** Tiles of gold of different brightness with dark joints. */
  static double[] goldenMosaic(double x, double y) {
    double column = x * 18;
    double row = y * 12;
    if (column % 1 < 0.12 || row % 1 < 0.12) {
      return rgb(80, 55, 20);
    }
    double glint = 0.6 + 0.5 * Math.abs(Math.sin(12.9 * (int) column + 78.2 * (int) row));
    return rgb(225 * glint, 170 * glint, 60 * glint);
  }

  /** An orange blossom that fills the image, in front of green. */
  static double[] orangeBlossom(double x, double y) {
    double radius = Math.hypot(x - 0.5, y - 0.5);
    double angle = Math.atan2(y - 0.5, x - 0.5);
    return radius < 0.4 + 0.08 * Math.cos(9 * angle)
        ? rgb(240, 120 + 60 * radius, 30)
        : rgb(60, 110, 50);
  }

  /** A field of straw below a clear blue sky. */
  static double[] strawField(double x, double y) {
    return y < 0.4
        ? between(rgb(80, 140, 225), rgb(150, 190, 240), y / 0.4)
        : rgb(225, 185, 90 + 20 * Math.sin(60 * x));
  }

  /** Grass below a clear blue sky. */
  static double[] meadow(double x, double y) {
    return y < 0.5 ? rgb(90, 150, 235) : rgb(80, 150 - 20 * Math.sin(50 * x), 60);
  }

  /** Stars over black hills. */
  static double[] night(double x, double y) {
    boolean star = y < 0.7 && Math.sin(913 * x) * Math.sin(617 * y) > 0.93;
    return star ? rgb(240, 240, 255) : y < 0.7 ? rgb(8, 10, 28) : rgb(4, 4, 6);
  }

  static double[] rgb(double red, double green, double blue) {
    return new double[] {red, green, blue};
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] mixed = new double[3];
    for (int c = 0; c < 3; c++) {
      mixed[c] = from[c] + share * (to[c] - from[c]);
    }
    return mixed;
  }
}
