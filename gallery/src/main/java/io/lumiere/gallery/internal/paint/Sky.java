package io.lumiere.gallery.internal.paint;

import java.util.Random;

/** Clear skies and the lights in them. */
public final class Sky {
  private Sky() {}

  /**
   * A gradient from the zenith to the horizon.
   *
   * @param colours evenly spaced from the top to the horizon, at least two
   */
  public static void gradient(Canvas canvas, double horizon, int... colours) {
    Rgb[] stops = new Rgb[colours.length];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = Rgb.of(colours[i]);
    }
    canvas.paint((x, y, below) -> {
      double t = Math.clamp(y / horizon, 0, 1) * (stops.length - 1);
      int i = Math.min((int) t, stops.length - 2);
      double f = t - i;
      return stops[i].mix(stops[i + 1], f * f * (3 - 2 * f));
    });
  }

  /** The sun or its glow: a white-hot disc and light that falls off around it. */
  public static void sun(
      Canvas canvas, double sx, double sy, double radius, Rgb glow, double power) {
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - sx, y - sy);
      double wide = power * (0.55 * Math.exp(-d / 0.32) + 0.9 * Math.exp(-d / 0.09));
      double halo = power * 2.2 * Math.exp(-d / (radius + 0.012));
      double disc = 1 - smooth(radius * 0.92, radius * 1.08, d);
      Rgb hot = glow.mix(new Rgb(1, 0.95, 0.8), 0.6);
      return below.plus(glow.times(wide)).plus(hot.times(halo + disc * 3));
    });
  }

  /** Stars: many faint, few bright, some bluish, some warm. */
  public static void stars(Canvas canvas, double bottom, int count, long seed) {
    Random random = new Random(seed);
    canvas.draw(g -> {
      for (int i = 0; i < count; i++) {
        double x = random.nextDouble() * canvas.aspect();
        double y = random.nextDouble() * bottom;
        double size = Math.pow(random.nextDouble(), 9);
        double r = 0.00055 + 0.0017 * size;
        Rgb tint = random.nextBoolean() ? new Rgb(0.8, 0.9, 1) : new Rgb(1, 0.92, 0.8);
        g.setColor(tint.screen(0.25 + 0.7 * Math.sqrt(size)));
        g.fill(Shapes.disc(x, y, r));
      }
    });
  }

  /** A full moon with its seas, and its glow. */
  public static void moon(Canvas canvas, double mx, double my, double radius, long seed) {
    Noise seas = new Noise(seed);
    double glow = 0.018 / radius;
    Rgb bright = new Rgb(1.15, 1.1, 0.98);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - mx, y - my);
      Rgb sky = below.plus(new Rgb(0.5, 0.6, 0.8).times(glow * Math.exp(-d / 0.14)));
      double dark =
          smooth(-0.1, 0.5, seas.octaves((x - mx) / radius * 1.3, (y - my) / radius * 1.3, 5));
      Rgb face = bright.times(1 - 0.5 * dark);
      return sky.mix(face, 1 - smooth(radius * 0.985, radius * 1.015, d));
    });
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  public static double smooth(double from, double to, double value) {
    double t = Math.clamp((value - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }
}
