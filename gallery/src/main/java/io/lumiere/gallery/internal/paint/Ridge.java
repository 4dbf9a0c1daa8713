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

  /**
   * Fills below the line with rock that light strikes from the left, and snow where it is high.
   *
   * @param snow how far snow reaches down, in heights of the picture; 0 for none
   */
  public static void rock(
      Canvas canvas, DoubleUnaryOperator line, Rgb rock, Rgb light, double snow, long seed) {
    Noise noise = new Noise(seed);
    double[] tops = tops(canvas, line);
    Rgb white = new Rgb(0.92, 0.95, 1);
    Rgb cold = new Rgb(0.30, 0.38, 0.55);
    canvas.paint((x, y, below) -> {
      double depth = y - tops[(int) (x * canvas.height())];
      if (depth < 0) {
        return below;
      }
      // Gullies run down the slope: the noise is stretched along y and leans with depth.
      double u = x * 6 + depth * 1.8;
      double v = y * 3.4;
      double here = noise.ridges(u, v, 6);
      double lit = Math.clamp(0.42 + 3.4 * (here - noise.ridges(u - 0.1, v - 0.07, 6)), 0, 1);
      double edge = snow - depth + 0.3 * (here - 0.55) + 0.05 * noise.at(u * 3, v * 3);
      double snowy = snow > 0 ? Sky.smooth(-0.015, 0.02, edge) : 0;
      Rgb stone = rock.times(0.35 + 0.9 * lit * (0.6 + 0.6 * here));
      Rgb cover = cold.mix(white, lit);
      return stone.mix(cover, snowy).mix(light, Math.min(0.5, 0.9 * depth));
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
