package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Things seen from near by. */
final class Things {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("golden-mosaic", Things::mosaic),
          Scene.landscape("red-apple", Things::apple),
          Scene.portrait("candle", Things::candle),
          Scene.landscape("coffee-cup", Things::coffee));

  private Things() {}

  /** Small stones of gold and ochre set in rings. */
  private static void mosaic(Canvas canvas) {
    Noise noise = new Noise(701);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - 0.55, y - 0.6);
      double ring = d / 0.028;
      int r = (int) ring;
      double count = Math.max(6, Math.floor(2 * Math.PI * (r + 0.5)));
      double turn = (Math.atan2(y - 0.6, x - 0.55) / (2 * Math.PI) + 0.5) * count;
      int t = (int) turn;
      double fx = turn - t;
      double fy = ring - r;
      double ragged = 0.05 * noise.octaves(x * 60, y * 60, 2);
      double gap = Math.min(Math.min(fx, 1 - fx), Math.min(fy, 1 - fy)) + ragged;
      double pick = noise.cell(r, t);
      Rgb gold = Rgb.of(0x9a6a1c).mix(Rgb.of(0xf4c850), pick);
      Rgb stone = r % 7 == 3 ? Rgb.of(0x6a2418).mix(Rgb.of(0xa84c28), pick) : gold;
      double tilt = 0.75 + 0.6 * noise.cell(r + 99, t) * (0.6 + 0.8 * fx);
      double shine = Math.pow(noise.cell(r + 500, t), 14) * 1.4;
      double grain = 1 + 0.25 * noise.octaves(x * 90, y * 90, 3);
      Rgb face = stone.times(tilt * grain).plus(new Rgb(1, 0.85, 0.5).times(shine));
      return Rgb.of(0x2c2014).times(grain).mix(face, Sky.smooth(0.05, 0.11, gap));
    });
  }

  private static void table(Canvas canvas, double edge, int wood, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        edge,
        1,
        (x, y, below) -> {
          double away = 0.5 / (y - edge + 0.15);
          double across = (x - 0.67) * away;
          double rings = noise.octaves(across * 2 + 3, away * 14, 5);
          double line = Math.sin(rings * 26 + away * 60);
          return Rgb.of(wood).times(1 + 0.3 * rings + 0.07 * line);
        });
  }

  private static void apple(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x5a6a4a, 0x93a474, 0xc8cca4);
    canvas.draw(
        0.05,
        g -> {
          g.setColor(Rgb.of(0xe8e4c0).screen(0.8));
          g.fill(new Rectangle2D.Double(0.1, 0.02, 0.3, 0.42));
          g.setColor(Rgb.of(0x3c5a2c).screen(0.9));
          g.fill(Shapes.disc(1.1, 0.3, 0.2));
        });
    table(canvas, 0.55, 0x9a6a40, 711);
    double cx = 0.68;
    double cy = 0.55;
    canvas.draw(
        0.02,
        g -> {
          g.setColor(Rgb.of(0x140a04).screen(0.75));
          g.fill(Shapes.oval(cx + 0.1, cy + 0.235, 0.3, 0.06));
        });
    Noise skin = new Noise(712);
    canvas.paint((x, y, below) -> {
      double dx = (x - cx) / 0.27;
      double dip = 0.16 * Math.exp(-dx * dx * 14);
      double sunk = dip * 0.27 * Sky.smooth(0, 0.24, cy - y);
      double dy = (y - cy - 0.02 - sunk) / (0.255 - 0.02 * dx * dx);
      double d2 = dx * dx + dy * dy;
      if (d2 > 1) {
        return below;
      }
      double dz = Math.sqrt(1 - d2);
      double light = Math.max(0, -0.55 * dx - 0.6 * dy + 0.58 * dz);
      double streak = skin.octaves(Math.atan2(dx, dz + 0.4) * 9, dy * 1.6, 4);
      double yellow = Sky.smooth(0.25, 0.85, streak + 0.6 * Math.exp(-(dy + 1) * 3));
      Rgb flesh = Rgb.of(0xb81420).mix(Rgb.of(0xe0a838), 0.75 * yellow);
      double dots = skin.at(x * 120, y * 120) > 0.72 ? 1.35 : 1;
      double gloss = Math.exp(-((dx + 0.38) * (dx + 0.38) + (dy + 0.45) * (dy + 0.45)) * 26);
      Rgb lit = flesh.times((0.14 + 1.05 * light) * dots);
      Rgb bounce = Rgb.of(0x9a6a40).times(0.22 * Math.max(0, dy) * (1 - dz));
      return below.mix(
          lit.plus(bounce).plus(new Rgb(0.8, 0.8, 0.8).times(gloss)), Sky.smooth(1, 0.975, d2));
    });
    canvas.draw(g -> {
      g.setColor(Rgb.of(0x4a3018).screen(1));
      g.setStroke(new BasicStroke(0.012f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(Shapes.bow(cx, cy - 0.19, cx + 0.005, cy - 0.27, cx + 0.035, cy - 0.32));
      Path2D leaf = new Path2D.Double();
      leaf.moveTo(cx + 0.015, cy - 0.25);
      leaf.quadTo(cx + 0.08, cy - 0.36, cx + 0.2, cy - 0.31);
      leaf.quadTo(cx + 0.12, cy - 0.22, cx + 0.015, cy - 0.25);
      g.setColor(Rgb.of(0x4c8a2c).screen(1));
      g.fill(leaf);
    });
  }

  private static void candle(Canvas canvas) {
    canvas.paint((x, y, below) -> new Rgb(0.012, 0.007, 0.004));
    double cx = canvas.aspect() / 2;
    double wick = 0.5;
    table(canvas, 0.82, 0x2c1c10, 721);
    Noise wax = new Noise(722);
    canvas.paint(
        0.5,
        0.93,
        (x, y, below) -> {
          double dx = (x - cx) / 0.085;
          double foot = 0.9 + 0.02 * Math.sqrt(Math.max(0, 1 - dx * dx));
          double rim =
              0.53 + 0.012 * wax.at(x * 30, 2) - 0.012 * Math.sqrt(Math.max(0, 1 - dx * dx));
          double drip = 0.09 * wax.octaves(x * 22, y * 2, 2);
          if (Math.abs(dx) > 1 + drip || y < rim || y > foot) {
            return below;
          }
          double round = Math.sqrt(Math.max(0.05, 1 - dx * dx));
          double glow = Math.exp(-(y - rim) * 7);
          return Rgb.of(0xf0dcb8)
              .times((0.1 + 0.3 * round) * (0.35 + 1.6 * glow))
              .plus(new Rgb(0.7, 0.3, 0.06).times(glow * round));
        });
    canvas.draw(g -> {
      g.setColor(Rgb.of(0x100804).screen(1));
      g.setStroke(new BasicStroke(0.006f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(Shapes.bow(cx, 0.535, cx, 0.51, cx + 0.006, wick));
    });
    canvas.paint((x, y, below) -> {
      double up = (wick + 0.012 - y) / 0.17;
      double wide =
          up < 0 || up > 1
              ? 1e-3
              : 0.034 * Math.sin(Math.PI * Math.pow(up, 0.55)) * (1.05 - 0.6 * up);
      double off = Math.abs(x - cx) / Math.max(wide, 1e-3);
      double flame = up < 0 || up > 1 ? 0 : Sky.smooth(1.15, 0.35, off);
      double d = Math.hypot(x - cx, (y - wick + 0.06) * 0.9);
      Rgb warm = new Rgb(1, 0.5, 0.13).times(0.5 * Math.exp(-d / 0.1) + 0.12 * Math.exp(-d / 0.35));
      Rgb core =
          new Rgb(1.9, 1.25, 0.45).mix(new Rgb(0.2, 0.3, 0.9), Sky.smooth(0.16, 0.02, up) * 0.7);
      return below.plus(warm).mix(core, flame);
    });
  }

  private static void coffee(Canvas canvas) {
    table(canvas, -0.4, 0x7a5230, 731);
    double cx = 0.64;
    double cy = 0.5;
    canvas.draw(
        0.02,
        g -> {
          g.setColor(Rgb.of(0x0a0502).screen(0.7));
          g.fill(Shapes.oval(cx + 0.04, cy + 0.05, 0.42, 0.42));
        });
    Noise foam = new Noise(732);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - cx, y - cy);
      double side = ((x - cx) * -0.6 + (y - cy) * -0.8) / Math.max(d, 1e-6);
      if (d > 0.41) {
        return below;
      }
      double china = 0.78 + 0.16 * side * Sky.smooth(0.1, 0.4, d);
      Rgb white = new Rgb(china, china * 0.98, china * 0.95);
      if (d > 0.27) {
        double bowl = Math.abs(d - 0.33) < 0.006 ? 0.85 : 1;
        double shade = 1 - 0.5 * Math.exp(-(d - 0.27) * 26) * Sky.smooth(0.3, -0.8, side);
        return below.mix(white.times(bowl * shade), Sky.smooth(0.41, 0.407, d));
      }
      if (d > 0.245) {
        return new Rgb(0.95, 0.94, 0.92).times(0.85 + 0.15 * side);
      }
      double bend = foam.octaves(x * 5, y * 5, 4);
      double heart =
          Math.hypot((x - cx) * 1.0, (y - cy + 0.02) * 0.95 - 0.75 * Math.abs(x - cx) + 0.03);
      double art =
          Sky.smooth(0.012, -0.012, Math.abs(heart - 0.085) - 0.03 + 0.01 * bend)
              + Sky.smooth(0.03, 0.02, heart);
      Rgb crema = Rgb.of(0x8a4e20).mix(Rgb.of(0x4c260e), Sky.smooth(0.15, 0.245, d) + 0.3 * bend);
      double shade = 1 - 0.55 * Sky.smooth(0.19, 0.245, d) * Sky.smooth(-0.3, 0.8, side);
      return crema.mix(Rgb.of(0xf0dcc0), Math.min(1, art) * 0.92).times(shade);
    });
    canvas.draw(g -> {
      g.setStroke(new BasicStroke(0.045f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(Rgb.of(0xe8e4de).screen(1));
      g.draw(new Line2D.Double(cx + 0.25, cy - 0.06, cx + 0.36, cy - 0.1));
    });
  }
}
