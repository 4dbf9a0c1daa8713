package io.lumiere.gallery.internal.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Towns from afar. */
public final class Buildings {
  private static final Rgb[] LAMPS = {
    Rgb.of(0xffd890), Rgb.of(0xffc060), Rgb.of(0xfff0d0), Rgb.of(0xcfe4ff)
  };

  private Buildings() {}

  /**
   * A row of towers on a base line.
   *
   * @param base y of their feet
   * @param height of the highest
   * @param lights share of windows that are lit, 0 to 1
   */
  public static void skyline(
      Canvas canvas, double base, double height, Rgb wall, double lights, long seed) {
    Random random = new Random(seed);
    Noise noise = new Noise(seed);
    canvas.draw(g -> {
      double x = -0.02;
      while (x < canvas.aspect() + 0.02) {
        double width = 0.028 + 0.05 * random.nextDouble();
        // Towers crowd in a centre, as they do in cities.
        double centre = 0.35 + 0.65 * Math.max(0, 0.4 + 0.9 * noise.at(x * 1.6, 0.5));
        double high = height * centre * (0.35 + 0.65 * random.nextDouble());
        tower(g, random, x, base, width, high, wall, lights);
        x += width * (0.82 + 0.25 * random.nextDouble());
      }
    });
  }

  private static void tower(
      Graphics2D g,
      Random random,
      double x,
      double base,
      double width,
      double high,
      Rgb wall,
      double lights) {
    g.setColor(wall.times(0.75 + 0.5 * random.nextDouble()).screen(1));
    g.fill(new Rectangle2D.Double(x, base - high, width, high + 0.002));
    switch (random.nextInt(5)) {
      case 0 -> {
        double top = base - high - width * 0.9;
        double middle = x + width / 2;
        g.fill(
            Shapes.polygon(
                x + width * 0.2, base - high, middle, top, x + width * 0.8, base - high));
      }
      case 1 ->
          g.fill(
              new Rectangle2D.Double(
                  x + width * 0.47, base - high * 1.2, width * 0.05, high * 0.2));
      case 2 ->
          g.fill(
              new Rectangle2D.Double(
                  x + width * 0.25, base - high * 1.06, width * 0.5, high * 0.06));
      default -> {}
    }
    if (lights > 0) {
      windows(g, random, x, base, width, high, lights);
    }
  }

  private static void windows(
      Graphics2D g,
      Random random,
      double x,
      double base,
      double width,
      double high,
      double lights) {
    double step = 0.0075;
    double share = lights * (0.4 + 1.2 * random.nextDouble());
    for (double wy = base - high + step; wy < base - step; wy += step) {
      for (double wx = x + step * 0.6; wx < x + width - step * 0.8; wx += step * 0.9) {
        if (random.nextDouble() < share) {
          Rgb lamp = LAMPS[random.nextInt(LAMPS.length)];
          g.setColor(lamp.times(0.5 + 0.9 * random.nextDouble()).screen(1));
          g.fill(new Rectangle2D.Double(wx, wy, step * 0.55, step * 0.6));
        }
      }
    }
  }
}
