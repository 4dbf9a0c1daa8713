package io.lumiere.gallery.internal.paint;

import java.awt.BasicStroke;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Land seen from eye height: meadows, sand, snow. */
public final class Ground {
  private Ground() {}

  /** What the colour of flat land is at a point, in multiples of the eye's height. */
  @FunctionalInterface
  public interface Pattern {
    /**
     * Returns the colour.
     *
     * @param across to the right of the viewer
     * @param away distance from the viewer
     */
    Rgb at(double across, double away);
  }

  /** Flat land from the horizon down, fading into {@code haze} far away. */
  public static void plain(Canvas canvas, double horizon, Rgb haze, Pattern pattern) {
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double away = 0.55 / (y - horizon + 0.004);
          Rgb near = pattern.at((x - canvas.aspect() / 2) * away, away);
          return near.mix(haze, 1 - Math.exp(-away / 26));
        });
  }

  /** Patches of lighter and darker growth of one colour. */
  public static Pattern growth(Rgb colour, long seed) {
    Noise noise = new Noise(seed);
    return (across, away) -> {
      double patches = noise.octaves(across * 0.7, away * 0.7, 4);
      double blades = noise.octaves(across * 22, away * 7, 2) / (1 + away * 0.15);
      return colour.times(1 + 0.45 * patches + 0.6 * blades);
    };
  }

  /** Blades of grass over the whole foreground, larger the nearer they are. */
  public static void grass(Canvas canvas, double horizon, Rgb colour, int count, long seed) {
    Random random = new Random(seed);
    canvas.draw(g -> {
      for (int i = 0; i < count; i++) {
        double near = Math.pow((i + random.nextDouble()) / count, 1.3);
        double x = random.nextDouble() * canvas.aspect();
        double y = horizon + 0.015 + near * (1.03 - horizon);
        double high = (0.012 + 0.085 * near) * (0.5 + random.nextDouble());
        double lean = random.nextGaussian() * high * 0.35;
        double light = 0.5 + 0.8 * random.nextDouble();
        Rgb blade = colour.mix(new Rgb(0.5, 0.5, 0.1), 0.25 * random.nextDouble());
        g.setColor(blade.times(light).screen(0.9));
        g.setStroke(new BasicStroke((float) (0.0007 + 0.0028 * near)));
        g.draw(Shapes.bow(x, y, x, y - high * 0.6, x + lean, y - high));
      }
    });
  }

  /** A dune with a sharp crest: one side in the light, one in shade, wind ripples on both. */
  public static void dune(
      Canvas canvas, double level, double height, Rgb lit, Rgb shade, long seed) {
    Noise noise = new Noise(seed);
    DoubleUnaryOperator crest =
        x -> level - height * (0.6 * noise.at(x * 1.1, 0.5) + 0.35 * noise.at(x * 2.3, 4.5));
    double pixel = 1.0 / canvas.height();
    canvas.paint(
        Math.max(0, level - height),
        1,
        (x, y, below) -> {
          double depth = y - crest.applyAsDouble(x);
          if (depth < -pixel) {
            return below;
          }
          // The boundary of light and shade wanders down from the crest.
          double edge = 0.3 * noise.octaves(x * 1.7 - depth * 1.3, 9.5 + depth * 0.8, 3);
          double slope = crest.applyAsDouble(x + 0.02) - crest.applyAsDouble(x - 0.02);
          double light =
              Sky.smooth(-0.012, 0.012, slope * 0.55 + edge * (0.1 + depth) - 0.1 * depth);
          double bend = noise.octaves(x * 3, y * 3, 3) * 2.5;
          double wind =
              Math.sin(((y - x * 0.35) * (130 + 60 * level) + bend * 9) / (1 + 2 * depth));
          double grain = noise.at(x * 420, y * 420);
          double tone = 1 + 0.09 * wind * Math.min(1, depth * 9) + 0.07 * grain;
          Rgb sand = shade.mix(lit, light).times(tone);
          return below.mix(sand, Math.clamp(depth / pixel + 0.5, 0, 1));
        });
  }
}
