package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Boats;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Planks;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Water;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Random;

/** The sea by day. */
final class Coasts {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("beach-noon", Coasts::beach),
          Scene.portrait("lighthouse", Coasts::lighthouse),
          Scene.landscape("sailing-boat", Coasts::sailing),
          Scene.landscape("grey-pier", Coasts::greyPier),
          Scene.landscape("lightning-sea", Coasts::lightning));

  private static final Rgb WHITE = Rgb.of(0xffffff);

  private Coasts() {}

  private static void summerSky(Canvas canvas, double horizon, double cover, long seed) {
    Sky.gradient(canvas, horizon, 0x1b66c0, 0x3f92de, 0x8cc6f0, 0xd4ecf8);
    new Clouds(horizon, cover, 0.8, WHITE.times(1.05), Rgb.of(0xa6bcd2), 1.1, 0)
        .heaped(canvas, seed);
  }

  private static void beach(Canvas canvas) {
    double horizon = 0.42;
    summerSky(canvas, horizon, 0.33, 401);
    Noise sea = new Noise(402);
    Noise sand = new Noise(403);
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double down = (y - horizon) / (1 - horizon);
          double shore = 0.5 + 0.1 * x + 0.035 * sea.octaves(x * 2.5, 3, 3);
          double depth = shore - down;
          double curl = 0.03 * sea.octaves(x * 7, down * 12, 4);
          Rgb ground =
              depth > -0.004 + curl * 0.3 ? shallows(sea, x, down, depth) : sand(sand, x, y, depth);
          double foam =
              Math.exp(-Math.pow((depth - 0.012 + curl) / 0.014, 2))
                  + 0.7 * Math.exp(-Math.pow((depth - 0.11 + 2 * curl) / 0.012, 2));
          return ground.mix(WHITE, Math.min(1, foam * (0.75 + sea.octaves(x * 40, y * 60, 3))));
        });
    parasol(canvas, 0.95, 0.83, 0.28);
  }

  private static Rgb shallows(Noise sea, double x, double down, double depth) {
    double far = 1 / (down + 0.03);
    double wave = sea.octaves((x - 0.6) * far * 2.2, far * 7, 5);
    return Rgb.of(0x8fe6da)
        .mix(Rgb.of(0x1fb0c4), Sky.smooth(0.0, 0.2, depth))
        .mix(Rgb.of(0x0f5fa8), Sky.smooth(0.18, 0.48, depth))
        .times(1 + 0.35 * wave);
  }

  private static Rgb sand(Noise sand, double x, double y, double depth) {
    double grain = 1 + 0.1 * sand.at(x * 500, y * 500) + 0.12 * sand.octaves(x * 9, y * 22, 4);
    return Rgb.of(0xc2a678).mix(Rgb.of(0xecd9b0), Sky.smooth(0, 0.13, -depth)).times(grain);
  }

  private static void parasol(Canvas canvas, double x, double y, double size) {
    canvas.draw(
        0.003,
        g -> {
          g.setColor(Rgb.of(0x403020).screen(0.45));
          g.fill(Shapes.oval(x + 0.07, y + 0.012, size * 0.55, size * 0.09));
        });
    canvas.draw(g -> {
      g.setColor(Rgb.of(0xe8e4dc).screen(1));
      g.setStroke(new BasicStroke(0.007f));
      g.draw(new Line2D.Double(x, y, x + 0.02, y - size));
      int ribs = 8;
      for (int i = 0; i < ribs; i++) {
        double a = x - size * 0.62 + i * size * 1.28 / ribs;
        double b = a + size * 1.28 / ribs;
        Rgb cloth = i % 2 == 0 ? Rgb.of(0xd8322a) : Rgb.of(0xf6f2ea);
        g.setColor(cloth.times(1.05 - 0.06 * i).screen(1));
        g.fill(Shapes.polygon(a, y - size * 0.72, b, y - size * 0.72, x + 0.024, y - size * 1.08));
      }
    });
  }

  private static void lighthouse(Canvas canvas) {
    double horizon = 0.66;
    summerSky(canvas, horizon, 0.42, 411);
    new Water(horizon, Rgb.of(0x14508a), 0.4, 0.8).fill(canvas, 412);
    Ridge.rock(
        canvas,
        x ->
            0.7 + 0.5 * Math.max(0, x - 0.42) * Math.max(0, x - 0.42) * 6 - 0.05 * Math.exp(-x * 3),
        Rgb.of(0x8a7b68),
        Rgb.of(0x8a7b68),
        0,
        413);
    canvas.draw(g -> Details.bush(g, 0.1, 0.685, 0.1, Rgb.of(0x6f9a3a), 414));
    canvas.draw(g -> Details.bush(g, 0.4, 0.71, 0.06, Rgb.of(0x6f9a3a), 415));
    canvas.draw(Lighthouse::draw);
  }

  private static void sailing(Canvas canvas) {
    double horizon = 0.52;
    summerSky(canvas, horizon, 0.4, 421);
    Ridge.flat(
        canvas, Ridge.hills(0.525, 0.06, 0.5, 422), Rgb.of(0x5f88a8), Rgb.of(0xa8c8dc), 0.12);
    Noise chop = new Noise(424);
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double down = (y - horizon) / (1 - horizon);
          double far = 1 / (down + 0.04);
          double wave = chop.octaves((x - 0.6) * far * 2.4, far * 8, 6);
          Rgb blue = Rgb.of(0x6aa6d4).mix(Rgb.of(0x0c4684), Math.sqrt(down));
          double crest = Sky.smooth(0.42, 0.6, wave);
          return blue.times(1 + 0.55 * wave).mix(WHITE, 0.6 * crest);
        });
    Canvas.Shader wake =
        (x, y, below) -> {
          double off = Math.hypot((x - 0.56) / 0.26, (y - 0.725) / 0.02);
          double foam = Math.exp(-off * off) * (0.6 + chop.octaves(x * 40, y * 80, 3));
          return below.mix(WHITE, Math.clamp(foam, 0, 0.9));
        };
    Boats.sail(canvas, 0.58, 0.72, 0.58, Rgb.of(0xf8f6f0), Rgb.of(0x1c3a66));
    canvas.paint(0.6, 0.85, wake);
  }

  private static void greyPier(Canvas canvas) {
    double horizon = 0.5;
    Sky.gradient(canvas, horizon, 0x8e9498, 0xa4a9ac, 0xbcc0c1);
    new Clouds(horizon, 0.95, 0.7, Rgb.of(0xc2c6c8), Rgb.of(0x83898d), 0.6, 0).heaped(canvas, 431);
    Ridge.flat(canvas, Ridge.hills(0.505, 0.03, 0.5, 432), Rgb.of(0x8d9497), Rgb.of(0xa6abad), 0.1);
    new Water(horizon, Rgb.of(0x7d8588), 0.7, 0.3).fill(canvas, 433);
    Planks.pier(canvas, 0.667, 0.56, 0.3, Rgb.of(0x6d6a66), 434);
  }

  private static void lightning(Canvas canvas) {
    double horizon = 0.7;
    Sky.gradient(canvas, horizon, 0x10131c, 0x20263a, 0x3c4460, 0x5c6480);
    new Clouds(horizon, 0.95, 0.8, Rgb.of(0x6c7490), Rgb.of(0x12151f), 0.8, 0.3)
        .heaped(canvas, 441);
    Rgb flash = new Rgb(0.75, 0.72, 1);
    canvas.paint(
        0,
        horizon,
        (x, y, below) ->
            below.plus(below.times(3 * Math.exp(-Math.hypot(x - 0.82, (y - 0.3) * 0.7) * 4))));
    for (double blur : new double[] {0.012, 0.003, 0}) {
      canvas.draw(
          blur,
          g -> {
            g.setColor(flash.mix(WHITE, blur > 0 ? 0 : 0.9).screen(1));
            bolt(g, new Random(442), 0.82, 0.12, horizon, 0.006 + blur * 0.6, 0);
          });
    }
    new Water(horizon, Rgb.of(0x0c1019), 0.5, 1.1).fill(canvas, 443);
  }

  private static void bolt(
      Graphics2D g, Random random, double x, double y, double end, double thick, int level) {
    double cx = x;
    double cy = y;
    while (cy < end) {
      double nx = cx + (random.nextDouble() - 0.5) * 0.07;
      double ny = Math.min(end, cy + 0.02 + 0.04 * random.nextDouble());
      g.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(new Line2D.Double(cx, cy, nx, ny));
      if (level < 2 && random.nextDouble() < 0.28) {
        bolt(g, random, nx, ny, ny + (end - ny) * 0.5, thick * 0.5, level + 1);
      }
      cx = nx;
      cy = ny;
    }
  }
}
