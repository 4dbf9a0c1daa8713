package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Buildings;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Water;
import java.util.List;

/** Dark skies, and what shines under them. */
final class Nights {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("night-stars", Nights::stars),
          Scene.landscape("night-moon-sea", Nights::moonSea),
          Scene.landscape("night-city", Nights::city),
          Scene.portrait("full-moon", Nights::fullMoon));

  private static final Rgb BLACK = Rgb.of(0x04060c);

  private Nights() {}

  private static void stars(Canvas canvas) {
    Sky.gradient(canvas, 0.85, 0x05081a, 0x0c1433, 0x1f2b55, 0x3c4470);
    Noise noise = new Noise(101);
    canvas.paint((x, y, below) -> {
      double along = 0.8 * x + 0.6 * y;
      double off = (0.8 * y - 0.6 * (x - 0.75) - 0.05 + 0.05 * noise.at(along * 2, 0)) / 0.15;
      double dust = noise.octaves(x * 5, y * 5, 6);
      double band = Math.exp(-off * off) * (0.55 + 0.7 * noise.octaves(x * 3, y * 3 + 9, 5));
      double dark = Sky.smooth(0.0, 0.4, dust + 0.3 * Math.exp(-off * off * 9));
      Rgb glow = new Rgb(0.16, 0.15, 0.22).mix(new Rgb(0.3, 0.2, 0.17), Math.exp(-off * off * 4));
      return below.plus(glow.times(Math.max(0, band * (1 - 0.75 * dark))));
    });
    Sky.stars(canvas, 0.9, 5200, 102);
    Ridge.flat(canvas, Ridge.peaks(0.88, 0.2, 0.6, 103), Rgb.of(0x0d1228), Rgb.of(0x171d3a), 0.4);
    Ridge.flat(canvas, Ridge.firs(Ridge.hills(0.97, 0.07, 0.5, 104), 0.12, 105), BLACK, BLACK, 1);
  }

  private static void moonSea(Canvas canvas) {
    double horizon = 0.62;
    Sky.gradient(canvas, horizon, 0x050a1c, 0x0b1838, 0x1b2f5c, 0x30487a);
    Sky.stars(canvas, 0.5, 500, 111);
    Sky.moon(canvas, 0.72, 0.24, 0.062, 112);
    new Clouds(horizon, 0.4, 1, Rgb.of(0x8fa0c8), Rgb.of(0x182444), 0.72, 0.24)
        .streaked(canvas, 113);
    new Water(horizon, Rgb.of(0x060c1c), 0.55, 0.8).fill(canvas, 114);
    glitter(canvas, 0.72, horizon, new Rgb(0.75, 0.82, 1), 115);
  }

  private static void glitter(Canvas canvas, double sx, double horizon, Rgb light, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double down = (y - horizon) / (1 - horizon);
          double far = 1 / (down + 0.04);
          double wide = (x - sx) / (0.035 + 0.16 * down);
          double spark = noise.octaves((x - sx) * far * 6, far * 16, 4);
          double on = Sky.smooth(0.08, 0.4, spark + 0.15 - 0.12 * down);
          return below.plus(light.times(1.1 * on * Math.exp(-wide * wide)));
        });
  }

  private static void city(Canvas canvas) {
    double horizon = 0.68;
    Sky.gradient(canvas, horizon, 0x070b1e, 0x101a3a, 0x2c2f58, 0x6a4a58);
    Buildings.skyline(canvas, horizon - 0.02, 0.34, Rgb.of(0x1c2340), 0.35, 131);
    Buildings.skyline(canvas, horizon, 0.5, Rgb.of(0x0c1022), 0.55, 132);
    Buildings.skyline(canvas, horizon, 0.16, Rgb.of(0x080a14), 0.75, 133);
    new Water(horizon, Rgb.of(0x04060e), 0.75, 0.5).fill(canvas, 134);
  }

  private static void fullMoon(Canvas canvas) {
    Sky.gradient(canvas, 1, 0x020308, 0x03050c);
    Sky.stars(canvas, 1, 160, 151);
    Sky.moon(canvas, canvas.aspect() / 2, 0.5, 0.36, 152);
    Noise craters = new Noise(153);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - canvas.aspect() / 2, y - 0.5) / 0.36;
      if (d >= 1) {
        return below;
      }
      double relief = craters.ridges(x * 16, y * 16, 4) - craters.ridges(x * 16 - 0.12, y * 16, 4);
      return below.times(0.72 * (1 + 1.3 * relief) * (0.55 + 0.45 * Math.sqrt(1 - d * d)));
    });
  }
}
