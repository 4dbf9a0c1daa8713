package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Buildings;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Water;
import java.awt.BasicStroke;
import java.util.List;
import java.util.Random;

/** Dark skies, and what shines under them. */
final class Nights {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("night-stars", Nights::stars),
          Scene.landscape("night-moon-sea", Nights::moonSea),
          Scene.landscape("night-aurora", Nights::aurora),
          Scene.landscape("night-city", Nights::city),
          Scene.landscape("night-fireworks", Nights::fireworks),
          Scene.landscape("full-moon", Nights::fullMoon));

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

  private static void aurora(Canvas canvas) {
    double horizon = 0.78;
    Sky.gradient(canvas, horizon, 0x040a18, 0x081a2c, 0x0f3040, 0x1c4650);
    Sky.stars(canvas, 0.75, 1500, 121);
    Noise noise = new Noise(122);
    Rgb green = new Rgb(0.12, 0.95, 0.42);
    Rgb violet = new Rgb(0.5, 0.12, 0.6);
    for (int curtain = 0; curtain < 3; curtain++) {
      double row = curtain * 3.7;
      canvas.paint(
          0,
          horizon,
          (x, y, below) -> {
            double fold =
                0.09 * noise.at(x * 1.3, row) + 0.035 * noise.octaves(x * 4.5, row + 1, 3);
            double foot = 0.62 - 0.13 * row / 3.7 + 1.6 * fold + 0.05 * x;
            double rays = 0.5 + 0.5 * noise.octaves(x * 34 + fold * 30, row, 3);
            double tall = 0.16 + 0.16 * (0.5 + noise.at(x * 2.1, row + 2)) + 0.1 * rays;
            double up = (foot - y) / tall;
            double shine = up < 0 ? Math.exp(up * 14) : Math.exp(-up * 1.5);
            double patch = Sky.smooth(-0.5, 0.5, noise.at(x * 1.2 + 5, row));
            Rgb colour = green.mix(violet, Sky.smooth(0.5, 2.2, up));
            return below.plus(colour.times(0.75 * shine * patch * (0.3 + 0.7 * rays)));
          });
    }
    Ridge.flat(canvas, Ridge.peaks(0.82, 0.16, 0.7, 124), Rgb.of(0x25444e), Rgb.of(0x3a6a6c), 0.35);
    Ridge.flat(canvas, Ridge.firs(x -> 0.93 + 0.03 * Math.sin(3 * x), 0.2, 126), BLACK, BLACK, 1);
  }

  private static void city(Canvas canvas) {
    double horizon = 0.68;
    Sky.gradient(canvas, horizon, 0x070b1e, 0x101a3a, 0x2c2f58, 0x6a4a58);
    Buildings.skyline(canvas, horizon - 0.02, 0.34, Rgb.of(0x1c2340), 0.35, 131);
    Buildings.skyline(canvas, horizon, 0.5, Rgb.of(0x0c1022), 0.55, 132);
    Buildings.skyline(canvas, horizon, 0.16, Rgb.of(0x080a14), 0.75, 133);
    new Water(horizon, Rgb.of(0x04060e), 0.75, 0.5).fill(canvas, 134);
  }

  private static void fireworks(Canvas canvas) {
    double horizon = 0.84;
    Sky.gradient(canvas, horizon, 0x05060f, 0x0b0d20, 0x1c1a38, 0x40304c);
    Buildings.skyline(canvas, horizon, 0.2, Rgb.of(0x0a0c18), 0.4, 141);
    Random random = new Random(142);
    burst(canvas, random, 0.4, 0.3, 0.25, Rgb.of(0xffc860));
    burst(canvas, random, 0.9, 0.25, 0.21, Rgb.of(0xff5a6a));
    burst(canvas, random, 0.68, 0.5, 0.14, Rgb.of(0x70b8ff));
    burst(canvas, random, 1.14, 0.52, 0.11, Rgb.of(0x80ff9a));
    new Water(horizon, Rgb.of(0x04050c), 0.8, 0.4).fill(canvas, 143);
  }

  private static void burst(
      Canvas canvas, Random random, double x, double y, double size, Rgb colour) {
    canvas.paint((px, py, below) ->
        below.plus(colour.times(0.16 * Math.exp(-Math.hypot(px - x, py - y) / size * 2.2))));
    for (double blur : new double[] {0.006, 0}) {
      canvas.draw(
          blur,
          g -> {
            for (int i = 0; i < 95; i++) {
              double angle = random.nextDouble() * 2 * Math.PI;
              double reach = size * (0.75 + 0.3 * random.nextDouble());
              double start = 0.15 + 0.3 * random.nextDouble();
              double dx = Math.cos(angle) * reach;
              double dy = Math.sin(angle) * reach;
              g.setColor(colour.mix(new Rgb(1, 1, 1), 0.5 * random.nextDouble()).screen(0.85));
              g.setStroke(new BasicStroke(0.0017f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
              g.draw(
                  Shapes.bow(
                      x + dx * start,
                      y + dy * start,
                      x + dx * 0.8,
                      y + dy * 0.8,
                      x + dx,
                      y + dy + 0.12 * size));
            }
          });
    }
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
