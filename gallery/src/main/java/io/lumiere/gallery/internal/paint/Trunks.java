package io.lumiere.gallery.internal.paint;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** The trunks of a forest, seen from inside it. */
public final class Trunks {
  private Trunks() {}

  /** Dark trunks, the far ones thin and lost in {@code haze}; a clearing stays in the middle. */
  public static void stand(
      Canvas canvas, double horizon, double bottom, Rgb bark, Rgb haze, int count, long seed) {
    Random random = new Random(seed);
    for (int layer = 0; layer < 4; layer++) {
      double near = layer / 3.0;
      canvas.draw(
          0.0025 * (1 - near),
          g -> {
            for (int i = 0; i < count / 4; i++) {
              double x = random.nextDouble() * canvas.aspect();
              double aside = Math.abs(x - canvas.aspect() / 2);
              if (aside > 0.05 + 0.28 * near) {
                double foot = horizon + 0.02 + (bottom - horizon) * 0.75 * near * near;
                double thick = (0.005 + 0.034 * near * near) * (0.7 + 0.6 * random.nextDouble());
                Rgb colour = haze.mix(bark, 0.3 + 0.7 * near);
                trunk(g, random, x, foot, thick, colour);
              }
            }
          });
    }
  }

  private static void trunk(
      Graphics2D g, Random random, double x, double foot, double thick, Rgb colour) {
    double lean = random.nextGaussian() * 0.015;
    int strips = 7;
    for (int i = 0; i < strips; i++) {
      double a = -1 + 2.0 * i / strips;
      double b = -1 + 2.0 * (i + 1) / strips;
      g.setColor(colour.times(1.35 - 0.9 * (i + 0.5) / strips).screen(1));
      g.fill(
          Shapes.polygon(
              x + a * thick,
              foot,
              x + b * thick + 0.0005,
              foot,
              x + b * thick * 0.75 + lean,
              -0.02,
              x + a * thick * 0.75 + lean,
              -0.02));
    }
    g.setColor(colour.times(0.6).screen(1));
    g.fill(Shapes.oval(x, foot, thick * 1.3, thick * 0.35));
  }

  /** White trunks with black marks. */
  public static void birches(Canvas canvas, double horizon, int count, long seed) {
    Random random = new Random(seed);
    canvas.draw(g -> {
      for (int i = 0; i < count; i++) {
        double near = (i + 0.5) / count;
        double x = random.nextDouble() * canvas.aspect();
        double thick = 0.006 + 0.026 * near * near;
        Rgb colour = Rgb.of(0xf2efe6).mix(Rgb.of(0xd0dc90), 0.5 * (1 - near));
        double foot = horizon + 0.02 + 0.25 * near;
        trunk(g, random, x, foot, thick, colour.times(0.82));
        marks(g, random, x, foot, thick);
      }
    });
  }

  private static void marks(Graphics2D g, Random random, double x, double foot, double thick) {
    g.setColor(Rgb.of(0x2c2722).screen(0.85));
    int count = (int) (8 + 0.5 / thick);
    for (int i = 0; i < count; i++) {
      double y = foot * random.nextDouble();
      double side = x + (random.nextDouble() - 0.5) * thick * 1.2;
      double wide = thick * (0.15 + 0.45 * random.nextDouble());
      Path2D mark = new Path2D.Double();
      mark.moveTo(side - wide, y);
      mark.quadTo(side, y + wide * 0.5, side + wide, y - wide * 0.1);
      mark.quadTo(side, y - wide * 0.35, side - wide, y);
      g.fill(mark);
    }
  }
}
