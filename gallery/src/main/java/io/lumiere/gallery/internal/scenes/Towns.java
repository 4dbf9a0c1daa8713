package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Buildings;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Water;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/** Streets and skylines. */
final class Towns {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("street-black-and-white", Towns::street),
          Scene.landscape("city-river", Towns::river),
          Scene.landscape("city-lights-rain", Towns::rain));

  private static final double CENTRE = 0.62;
  private static final double EYE = 0.62;

  private Towns() {}

  /** Two rows of houses that run to a vanishing point at the height of the eye. */
  private static void street(Canvas canvas) {
    Noise noise = new Noise(601);
    canvas.paint((x, y, below) -> {
      double side = Math.abs(x - CENTRE) + 1e-4;
      double away = 0.42 / side;
      double up = (EYE - y) * away;
      double haze = 1 - Math.exp(-away / 16);
      double house = Math.floor(away * 0.62 + (x < CENTRE ? 0.3 : 0));
      double roof = 1.15 + 0.5 * noise.cell((int) house, x < CENTRE ? 1 : 2);
      double sky = 0.86 - 0.25 * y + 0.1 * noise.octaves(x * 3, y * 5, 5);
      double tone;
      if (y > EYE + 0.28 * side / 0.42) {
        tone = paving(noise, x, y);
        haze = 1 - Math.exp(-0.12 / (y - EYE + 0.001));
      } else if (up > roof) {
        return new Rgb(sky, sky, sky);
      } else {
        tone = facade(noise, away, up, (int) house, x < CENTRE);
      }
      double grey = tone + (0.7 - tone) * 0.85 * haze;
      return new Rgb(grey, grey, grey);
    });
    canvas.draw(People::draw);
    canvas.draw(g -> lamps(g, noise));
  }

  private static double facade(Noise noise, double away, double up, int house, boolean left) {
    double wall = (left ? 0.16 : 0.34) * (0.7 + 0.6 * noise.cell(house, left ? 3 : 4));
    wall *= 1 + 0.25 * noise.octaves(away * 9, up * 9, 4);
    double column = away * 2.5 - Math.floor(away * 2.5);
    double storey = (up + 0.28) * 3.1 - Math.floor((up + 0.28) * 3.1);
    boolean window = column > 0.3 && column < 0.72 && storey > 0.3 && storey < 0.8;
    boolean frame = column > 0.26 && column < 0.76 && storey > 0.25 && storey < 0.85;
    if (window) {
      boolean bar = Math.abs(column - 0.51) < 0.015 || Math.abs(storey - 0.6) < 0.02;
      double glass = 0.03 + 0.22 * noise.cell((int) (away * 2.5), (int) ((up + 0.28) * 3.1));
      return bar ? 0.4 : glass;
    }
    boolean cornice = storey < 0.05;
    double joint = away * 0.62 + (left ? 0.3 : 0);
    boolean seam = joint - Math.floor(joint) < 0.02;
    return seam ? 0.03 : frame ? wall * 1.5 : cornice ? wall * 1.35 : wall;
  }

  private static double paving(Noise noise, double x, double y) {
    double away = 0.28 / (y - EYE);
    double across = (x - CENTRE) * away / 0.28 * 0.4;
    boolean kerb = Math.abs(Math.abs(across) - 0.36) < 0.012;
    boolean walk = Math.abs(across) > 0.36;
    double row = away * 7;
    double stone = across * 14 + (Math.floor(row) % 2) * 0.5;
    double gap =
        Math.min(
            0.5 - Math.abs(row - Math.floor(row) - 0.5),
            0.5 - Math.abs(stone - Math.floor(stone) - 0.5));
    double own = noise.cell((int) Math.floor(stone), (int) Math.floor(row));
    double wet = 0.16 * Math.exp(-Math.pow(across / 0.16, 2));
    double sett = (0.1 + 0.1 * own + wet) * (walk ? 1.5 : 1);
    return kerb ? 0.4 : sett * (0.45 + 0.55 * Sky.smooth(0.03, 0.16, gap));
  }

  private static void lamps(Graphics2D g, Noise noise) {
    for (int i = 0; i < 5; i++) {
      double away = 1.05 + i * 0.9;
      double x = CENTRE + 0.33 / away;
      double foot = EYE + 0.26 / away;
      double top = EYE - 0.42 / away;
      double grey = 0.04 + 0.07 * i + 0.01 * noise.cell(i, 9);
      g.setColor(new Rgb(grey, grey, grey).screen(1));
      g.setStroke(new BasicStroke((float) (0.011 / away)));
      g.draw(new Line2D.Double(x, foot, x, top));
      g.draw(
          Shapes.bow(
              x, top, x - 0.01 / away, top - 0.05 / away, x - 0.06 / away, top - 0.04 / away));
      g.fill(Shapes.oval(x - 0.07 / away, top - 0.03 / away, 0.022 / away, 0.014 / away));
    }
  }

  private static void river(Canvas canvas) {
    double horizon = 0.64;
    Sky.gradient(canvas, horizon, 0x2468bc, 0x58a0de, 0xa4d0f0, 0xe0eef6);
    new Clouds(horizon, 0.42, 0.8, Rgb.of(0xffffff), Rgb.of(0xa2b4c8), 0.2, 0).heaped(canvas, 611);
    Buildings.skyline(canvas, horizon - 0.02, 0.36, Rgb.of(0x9ab0c4), 0.0, 612);
    Buildings.facades(canvas, horizon, 0.48, 613);
    Buildings.facades(canvas, horizon, 0.2, 614);
    canvas.draw(g -> {
      Random random = new Random(615);
      g.setColor(Rgb.of(0x8a8478).screen(1));
      g.fill(new Rectangle2D.Double(0, horizon - 0.012, canvas.aspect(), 0.014));
      for (double x = 0; x < canvas.aspect(); x += 0.045) {
        double at = x + 0.02 * random.nextDouble();
        Details.bush(g, at, horizon - 0.025, 0.032, Rgb.of(0x4c8a34), (long) (x * 1000));
      }
    });
    new Water(horizon, Rgb.of(0x2c6a8c), 0.5, 0.6).fill(canvas, 616);
  }

  /** A wet street at night, far out of focus: discs of light and their reflections. */
  private static void rain(Canvas canvas) {
    Sky.gradient(canvas, 1, 0x0a0c18, 0x1a1626, 0x141018, 0x08080e);
    Rgb[] lamps = {
      Rgb.of(0xffc060),
      Rgb.of(0xff5040),
      Rgb.of(0xfff0d8),
      Rgb.of(0x60c0ff),
      Rgb.of(0x60ff90),
      Rgb.of(0xffa030)
    };
    Random random = new Random(621);
    canvas.draw(
        0.004,
        g -> {
          for (int i = 0; i < 130; i++) {
            double x = random.nextDouble() * canvas.aspect();
            double off = Math.abs(random.nextGaussian());
            double y = 0.52 - 0.15 * off;
            Rgb lamp = lamps[random.nextInt(lamps.length)];
            double size = 0.016 + 0.032 * random.nextDouble();
            g.setColor(lamp.screen(0.3 + 0.35 * random.nextDouble()));
            g.fill(Shapes.disc(x, y, size));
            g.setColor(lamp.screen(0.13));
            g.fill(Shapes.oval(x, 1.16 - y, size * 0.8, size * (2 + 4 * random.nextDouble())));
          }
        });
    drops(canvas, random);
  }

  private static void drops(Canvas canvas, Random random) {
    canvas.draw(g -> {
      for (int i = 0; i < 420; i++) {
        double x = random.nextDouble() * canvas.aspect();
        double y = random.nextDouble();
        double size = 0.002 + 0.01 * Math.pow(random.nextDouble(), 4);
        // A drop shows the scene upside down: light from below, dark above.
        Rgb light = canvas.sample(x, Math.clamp(1.05 - y, 0.0, 1.0));
        g.setColor(light.times(0.25).screen(0.55));
        g.fill(Shapes.oval(x, y, size, size * 1.15));
        g.setColor(light.plus(new Rgb(0.1, 0.1, 0.12)).screen(0.75));
        g.fill(Shapes.oval(x, y + size * 0.45, size * 0.65, size * 0.5));
        g.setColor(new Rgb(0.9, 0.9, 1).screen(0.6));
        g.fill(Shapes.disc(x - size * 0.35, y - size * 0.45, size * 0.16));
      }
    });
  }
}
