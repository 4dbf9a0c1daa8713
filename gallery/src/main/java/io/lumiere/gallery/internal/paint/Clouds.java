package io.lumiere.gallery.internal.paint;

/**
 * Clouds of noise on a plane above the viewer, lit from the side of the sun.
 *
 * @param horizon where the plane meets the ground
 * @param cover share of the sky that is cloud, 0 to 1
 * @param scale size: 1 is common, larger makes smaller clouds
 * @param lit colour where light falls
 * @param shade colour of the thick parts
 * @param sunX where the light comes from
 * @param sunY height that the light comes from
 */
public record Clouds(
    double horizon, double cover, double scale, Rgb lit, Rgb shade, double sunX, double sunY) {

  /** Heaps of summer clouds or, with much cover, an overcast sky. */
  public void heaped(Canvas canvas, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        0,
        horizon,
        (x, y, below) -> {
          double density = density(noise, x, y, canvas.aspect());
          if (density <= 0) {
            return below;
          }
          double dx = sunX - x;
          double dy = sunY - y;
          double d = Math.hypot(dx, dy) + 0.05;
          double toSun = density(noise, x + 0.03 * dx / d, y + 0.03 * dy / d, canvas.aspect());
          double light = Math.clamp(0.55 + 1.6 * (density - toSun) - 0.35 * density, 0, 1);
          double edge = Math.exp(-3 * density) * Math.exp(-1.2 * d);
          Rgb colour = shade.mix(lit, light).plus(lit.times(0.6 * edge));
          double haze = Sky.smooth(0, 0.16, horizon - y);
          return below.mix(colour, Math.min(1, 2.6 * density) * haze);
        });
  }

  /** Thin streaks high up, as evenings have them. */
  public void streaked(Canvas canvas, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        0,
        horizon,
        (x, y, below) -> {
          double up = (horizon - y) / horizon;
          double bend = noise.octaves(x * 1.5, y * 2, 3);
          double n =
              noise.octaves(
                  (x * 1.3 + y * 0.7 + bend * 0.3) * scale,
                  (y * 9 - x * 0.8 + bend * 0.7) * scale,
                  6);
          double density = Sky.smooth(0.45 - cover, 1.25 - cover, n + 0.35);
          double d = Math.hypot(x - sunX, (y - sunY) * 1.6);
          Rgb colour = shade.mix(lit, 1.25 * Math.exp(-1.4 * d) + 0.25 * n);
          return below.mix(colour, 0.9 * density * Sky.smooth(0, 0.12, up));
        });
  }

  private double density(Noise noise, double x, double y, double aspect) {
    double far = 0.16 / (horizon - y + 0.11);
    double px = (x - aspect / 2) * far * 7 * scale;
    double py = far * 9 * scale;
    double n = noise.octaves(px, py, 6) + 0.25 * noise.at(px * 0.4, py * 0.4);
    return Math.max(0, n - 0.55 + cover * 1.1);
  }
}
