package io.lumiere.gallery.internal.paint;

/**
 * Seeded gradient noise in two dimensions (K. Perlin, "Improving Noise", 2002) and sums of its
 * octaves. Immutable, so thread-safe.
 */
public final class Noise {
  private final int seed;

  public Noise(long seed) {
    this.seed = (int) ((seed * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /** One octave: about -1 to 1, features of size 1. */
  public double at(double x, double y) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    double fx = x - xi;
    double fy = y - yi;
    double u = fade(fx);
    double v = fade(fy);
    double top = lerp(gradient(xi, yi, fx, fy), gradient(xi + 1, yi, fx - 1, fy), u);
    double bottom =
        lerp(gradient(xi, yi + 1, fx, fy - 1), gradient(xi + 1, yi + 1, fx - 1, fy - 1), u);
    return lerp(top, bottom, v) * 1.4;
  }

  /** Octaves of halving size and strength: about -1 to 1. */
  public double octaves(double x, double y, int count) {
    double sum = 0;
    double strength = 0.5;
    double px = x;
    double py = y;
    for (int i = 0; i < count; i++) {
      sum += strength * at(px, py);
      strength *= 0.5;
      // Turned by 37 degrees each time, so that the lattices of the octaves do not line up.
      double next = 2.03 * (0.8 * px - 0.6 * py) + 17.3;
      py = 2.03 * (0.6 * px + 0.8 * py) + 5.7;
      px = next;
    }
    return sum * 1.2;
  }

  /** Octaves with sharp crests, as mountains have them: 0 to about 1. */
  public double ridges(double x, double y, int count) {
    double sum = 0;
    double strength = 0.5;
    double px = x;
    double py = y;
    for (int i = 0; i < count; i++) {
      double crest = 1 - Math.abs(at(px, py));
      sum += strength * crest * crest;
      strength *= 0.5;
      double next = 2.07 * (0.8 * px - 0.6 * py) + 9.1;
      py = 2.07 * (0.6 * px + 0.8 * py) + 3.3;
      px = next;
    }
    return sum;
  }

  /** A random number in 0 to 1 that belongs to the cell. */
  public double cell(int x, int y) {
    return (hash(x, y) >>> 8) / (double) (1 << 24);
  }

  private double gradient(int xi, int yi, double dx, double dy) {
    int h = (hash(xi, yi) >>> 13) & 7;
    double a = h < 4 ? dx : dy;
    double b = h < 4 ? dy : dx;
    return ((h & 1) == 0 ? a : -a) + ((h & 2) == 0 ? b * 0.5 : -b * 0.5);
  }

  private int hash(int x, int y) {
    int h = seed ^ (x * 0x27d4eb2d) ^ (y * 0x165667b1);
    h = (h ^ (h >>> 15)) * 0x2c1b3c6d;
    h = (h ^ (h >>> 12)) * 0x297a2d39;
    return h ^ (h >>> 15);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double lerp(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
