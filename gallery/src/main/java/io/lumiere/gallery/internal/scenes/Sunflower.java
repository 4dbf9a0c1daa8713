package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.Random;

/** A sunflower that faces the viewer. */
final class Sunflower {
  private static final int PETALS = 22;
  private static final int SEEDS = 60;
  private static final double GOLDEN_ANGLE = 2.39996;

  private Sunflower() {}

  /** Draws one whose head has its middle at x, y and the radius {@code size}. */
  static void draw(Graphics2D g, Random random, double x, double y, double size) {
    stem(g, random, x, y, size);
    for (int i = 0; i < 2 * PETALS; i++) {
      petal(g, random, x, y, size, i);
    }
    for (int i = 0; i < SEEDS; i++) {
      double d = size * 0.46 * Math.sqrt((i + 0.5) / SEEDS);
      double angle = i * GOLDEN_ANGLE;
      double light = 0.3 + 0.9 * d / size + 0.4 * random.nextDouble();
      g.setColor(Rgb.of(0x6a4018).times(light).screen(1));
      g.fill(Shapes.disc(x + Math.cos(angle) * d, y + Math.sin(angle) * d, size * 0.075));
    }
  }

  private static void stem(Graphics2D g, Random random, double x, double y, double size) {
    Rgb leaf = Rgb.of(0x3c7424);
    g.setColor(leaf.times(0.7).screen(1));
    g.setStroke(new BasicStroke((float) (size * 0.13)));
    g.draw(Shapes.bow(x, y, x + size * 0.1, y + size * 2, x, y + size * 5));
    for (int side = -1; side <= 1; side += 2) {
      g.setColor(leaf.times(0.7 + 0.6 * random.nextDouble()).screen(1));
      double leafY = y + size * (1.6 + random.nextDouble());
      g.fill(Shapes.oval(x + side * size * 0.8, leafY, size * 0.8, size * 0.4));
    }
  }

  /** The first {@link #PETALS} are the long ones behind. */
  private static void petal(
      Graphics2D g, Random random, double x, double y, double size, int number) {
    double angle = Math.PI * 2 * number / PETALS + random.nextDouble() * 0.15;
    double reach = size * (0.85 + 0.25 * random.nextDouble()) * (number < PETALS ? 1 : 0.85);
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    double wide = size * 0.14;
    double mx = x + dx * reach * 0.6;
    double my = y + dy * reach * 0.6;
    g.setColor(Rgb.of(0xf8c418).times(0.6 + 0.5 * random.nextDouble()).screen(1));
    g.fill(
        Shapes.polygon(
            x,
            y,
            mx - dy * wide,
            my + dx * wide,
            x + dx * reach,
            y + dy * reach,
            mx + dy * wide,
            my - dx * wide));
  }
}
