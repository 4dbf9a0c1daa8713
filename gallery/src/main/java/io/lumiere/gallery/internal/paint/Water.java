package io.lumiere.gallery.internal.paint;

/**
 * Water from the horizon to the bottom of the picture: it mirrors what stands above, in ripples.
 *
 * @param horizon y of the far shore
 * @param tint colour of the water itself
 * @param mirror share of reflected light near the viewer, 0 to 1; at the horizon it is near 1
 * @param ripple height of the ripples: 0.2 a still lake, 1 a sea in a breeze
 */
public record Water(double horizon, Rgb tint, double mirror, double ripple) {
  private static final int SAMPLES = 4;

  /** Repaints everything below the horizon. */
  public void fill(Canvas canvas, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double down = (y - horizon) / (1 - horizon);
          double far = 1 / (down + 0.035);
          double centred = x - canvas.aspect() / 2;
          double wave = noise.octaves(centred * far * 2.6, far * 9, 5);
          double fine = noise.octaves(centred * far * 14, far * 50, 3);
          double slope = ripple * (wave * 0.75 + fine * 0.5);
          Rgb sky = reflection(canvas, x, y, slope, down);
          double share = mirror + (1 - mirror) * Math.exp(-5 * down);
          double tilt = Math.clamp(share * (1 - 0.65 * slope), 0.04, 1);
          return tint.times(1 + 0.5 * slope).mix(sky, tilt);
        });
  }

  private Rgb reflection(Canvas canvas, double x, double y, double slope, double down) {
    // A wave's face sends back sky from above the mirror point; several heights make the streaks.
    Rgb sum = new Rgb(0, 0, 0);
    double spread = ripple * (0.015 + 0.16 * down);
    for (int i = 0; i < SAMPLES; i++) {
      double lift = slope * (0.03 + 0.35 * down) + spread * (i - 1.2) / SAMPLES;
      double sy = Math.clamp(2 * horizon - y - lift, 0.001, horizon - 0.003);
      sum = sum.plus(canvas.sample(x + slope * 0.035 * (0.3 + down), sy));
    }
    return sum.times(0.94 / SAMPLES);
  }
}
