package io.lumiere.gallery.internal.paint;

import java.util.function.DoubleUnaryOperator;

/** Hills and mountains: a line against the sky, and the land below it. */
public final class Ridge {
  private Ridge() {}

  /** A line of soft hills around {@code level}, {@code height} high. */
  public static DoubleUnaryOperator hills(double level, double height, double size, long seed) {
    Noise noise = new Noise(seed);
    return x -> level - height * (0.5 + 0.5 * noise.octaves(x / size, 0.5, 4));
  }

  /** A line of sharp peaks. */
  public static DoubleUnaryOperator peaks(double level, double height, double size, long seed) {
    Noise noise = new Noise(seed);
    return x -> {
      double broad = 0.55 + 0.45 * noise.at(x / size * 0.7, 7.5);
      return level - height * broad * 1.25 * noise.ridges(x / size, 0.5, 6);
    };
  }

  /** The line with firs standing on it, {@code tree} high. */
  public static DoubleUnaryOperator firs(DoubleUnaryOperator ground, double tree, long seed) {
    Noise noise = new Noise(seed);
    double step = tree * 0.3;
    return x -> {
      double top = 0;
      int cell = (int) Math.floor(x / step);
      for (int i = cell - 1; i <= cell + 1; i++) {
        double centre = (i + noise.cell(i, 1)) * step;
        double high = tree * (0.45 + 0.55 * noise.cell(i, 2));
        double off = Math.abs(x - centre) / (high * 0.21);
        double jagged = 0.14 * noise.at(x / tree * 22, i);
        top = Math.max(top, high * (1 - off) * (1 + jagged));
      }
      return ground.applyAsDouble(x) - top;
    };
  }

  /** Fills below the line with one colour that fades into haze further down. */
  public static void flat(
      Canvas canvas, DoubleUnaryOperator line, Rgb colour, Rgb haze, double fade) {
    double pixel = 1.0 / canvas.height();
    double[] tops = tops(canvas, line);
    // Haze follows the land, not each tree top on it, or it would hang in columns.
    float[] level = new float[tops.length];
    for (int i = 0; i < level.length; i++) {
      level[i] = (float) tops[i];
    }
    Layers.blur(level, 1, level.length, 1, canvas.height() / 16);
    canvas.paint((x, y, below) -> {
      int column = (int) (x * canvas.height());
      double depth = y - tops[column];
      if (depth <= -pixel) {
        return below;
      }
      double low = Math.max(0, y - level[column]);
      Rgb land = colour.mix(haze, Math.min(0.85, low / fade));
      return below.mix(land, Math.clamp(depth / pixel + 0.5, 0, 1));
    });
  }

  private static double[] tops(Canvas canvas, DoubleUnaryOperator line) {
    double[] tops = new double[canvas.width()];
    for (int i = 0; i < tops.length; i++) {
      tops[i] = line.applyAsDouble((i + 0.5) / canvas.height());
    }
    return tops;
  }
}
