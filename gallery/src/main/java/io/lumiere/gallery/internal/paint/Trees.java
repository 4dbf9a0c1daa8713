package io.lumiere.gallery.internal.paint;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** Single trees. Heights are in heights of the picture; x, y is the foot of the trunk. */
public final class Trees {
  private Trees() {}

  /**
   * A tree of branches with leaves at their ends.
   *
   * @param leaf colour of the leaves in light; they vary around it
   * @param leaves how dense, 0 for a bare tree, 1 for a full crown
   */
  public static void broadleaf(
      Graphics2D g,
      double x,
      double y,
      double height,
      Rgb bark,
      Rgb leaf,
      double leaves,
      long seed) {
    Random random = new Random(seed);
    branch(g, random, x, y, -Math.PI / 2, height * 0.3, height * 0.032, 0, bark, leaf, leaves);
  }

  private static void branch(
      Graphics2D g,
      Random random,
      double x,
      double y,
      double angle,
      double length,
      double thick,
      int level,
      Rgb bark,
      Rgb leaf,
      double leaves) {
    double ex = x + Math.cos(angle) * length;
    double ey = y + Math.sin(angle) * length;
    g.setColor(bark.screen(1));
    g.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double bend = (random.nextDouble() - 0.5) * length * 0.25;
    g.draw(Shapes.bow(x, y, (x + ex) / 2 + bend, (y + ey) / 2, ex, ey));
    if (level >= 4) {
      crown(g, random, ex, ey, length * 1.6, leaf, leaves);
    }
    if (level == 6) {
      return;
    }
    int forks = level < 2 ? 3 : 2;
    for (int i = 0; i < forks; i++) {
      double spread = (i - (forks - 1) / 2.0) * 0.75 + (random.nextDouble() - 0.5) * 0.5;
      double next = length * (0.68 + 0.16 * random.nextDouble());
      branch(g, random, ex, ey, angle + spread, next, thick * 0.64, level + 1, bark, leaf, leaves);
    }
  }

  private static void crown(
      Graphics2D g, Random random, double x, double y, double radius, Rgb leaf, double leaves) {
    int count = (int) Math.round(46 * leaves);
    for (int i = 0; i < count; i++) {
      double dx = random.nextGaussian() * radius * 0.5;
      double dy = random.nextGaussian() * radius * 0.42;
      // Upper and left leaves catch the light.
      double light = 0.55 - 0.35 * dy / radius - 0.25 * dx / radius + 0.25 * random.nextGaussian();
      g.setColor(leaf.times(Math.clamp(light, 0.12, 1.5)).screen(0.85));
      double size = radius * (0.05 + 0.06 * random.nextDouble());
      g.fill(Shapes.oval(x + dx, y + dy, size, size * 0.7));
    }
  }

  /** A fir with drooping boughs. {@code snow} 0 to 1 whitens the boughs from above. */
  public static void fir(
      Graphics2D g, double x, double y, double height, Rgb needles, double snow, long seed) {
    Random random = new Random(seed);
    g.setColor(Rgb.of(0x2a1d14).screen(1));
    double trunk = height * 0.018;
    g.fill(Shapes.polygon(x - trunk, y, x + trunk, y, x, y - height));
    int rows = 26;
    for (int row = 0; row < rows; row++) {
      double t = (row + 0.5) / rows;
      double top = y - height * (1 - t * 0.93);
      double reach = height * 0.24 * Math.pow(t, 0.85) * (0.8 + 0.4 * random.nextDouble());
      for (int i = 0; i < 14; i++) {
        double side = (random.nextDouble() * 2 - 1) * reach;
        double droop = height * 0.045 + Math.abs(side) * 0.42;
        double shade = 0.55 + 0.5 * random.nextDouble() - 0.35 * side / (reach + 1e-6);
        boolean white = random.nextDouble() < snow;
        Rgb colour = white ? new Rgb(0.8, 0.86, 0.95) : needles;
        g.setColor(colour.times(Math.clamp(shade, 0.25, 1.2)).screen(1));
        g.fill(bough(x, top, side, droop, height * 0.02));
      }
    }
  }

  private static Path2D bough(double x, double y, double side, double droop, double thick) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - thick);
    path.quadTo(x + side * 0.7, y + droop * 0.5, x + side, y + droop);
    path.quadTo(x + side * 0.5, y + droop * 0.8 + thick, x, y + thick);
    path.closePath();
    return path;
  }

  /** A palm that leans towards {@code lean} (-1 to 1). */
  public static void palm(
      Graphics2D g, double x, double y, double height, double lean, Rgb colour, long seed) {
    Random random = new Random(seed);
    double tx = x + lean * height * 0.4;
    double ty = y - height;
    g.setColor(colour.screen(1));
    g.setStroke(
        new BasicStroke((float) (height * 0.03), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(Shapes.bow(x, y, x + lean * height * 0.05, y - height * 0.6, tx, ty));
    for (int i = 0; i < 13; i++) {
      double angle = -Math.PI * (i + 0.5) / 13 + (random.nextDouble() - 0.5) * 0.25;
      double length = height * (0.36 + 0.1 * random.nextDouble());
      frond(g, random, tx, ty, angle, length);
    }
  }

  private static void frond(
      Graphics2D g, Random random, double x, double y, double angle, double length) {
    double ex = x + Math.cos(angle) * length;
    double ey = y + Math.sin(angle) * length * 0.55 + length * 0.42;
    double cx = x + Math.cos(angle) * length * 0.55;
    double cy = y + Math.sin(angle) * length * 0.62;
    int leaves = 44;
    for (int i = 2; i <= leaves; i++) {
      double t = (double) i / leaves;
      double px = (1 - t) * (1 - t) * x + 2 * t * (1 - t) * cx + t * t * ex;
      double py = (1 - t) * (1 - t) * y + 2 * t * (1 - t) * cy + t * t * ey;
      double hang = length * 0.24 * Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.1));
      double sway = (random.nextDouble() - 0.5) * 0.3 + 0.35 * Math.cos(angle);
      g.setStroke(new BasicStroke((float) (length * 0.012)));
      g.draw(new Line2D.Double(px, py, px + hang * sway, py + hang));
      g.draw(new Line2D.Double(px, py, px + hang * (0.75 * Math.cos(angle)), py + hang * 0.35));
    }
  }
}
