package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** An apple on a table, the garden behind it out of focus. */
final class Apple {
  private static final double X = 0.68;
  private static final double Y = 0.55;
  private static final Rgb WOOD = Rgb.of(0x9a6a40);
  private static final Noise SKIN = new Noise(712);

  private Apple() {}

  static void paint(Canvas canvas) {
    garden(canvas);
    Things.table(canvas, 0.55, WOOD, 711);
    canvas.draw(
        0.02,
        g -> {
          g.setColor(Rgb.of(0x140a04).screen(0.75));
          g.fill(Shapes.oval(X + 0.1, Y + 0.235, 0.3, 0.06));
        });
    canvas.paint(Apple::body);
    canvas.draw(Apple::stalk);
  }

  private static void garden(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x5a6a4a, 0x93a474, 0xc8cca4);
    canvas.draw(
        0.05,
        g -> {
          g.setColor(Rgb.of(0xe8e4c0).screen(0.8));
          g.fill(new Rectangle2D.Double(0.1, 0.02, 0.3, 0.42));
          g.setColor(Rgb.of(0x3c5a2c).screen(0.9));
          g.fill(Shapes.disc(1.1, 0.3, 0.2));
        });
  }

  /** A ball with a dip at the stalk; {@code dx}, {@code dy}, {@code dz} is its surface's normal. */
  private static Rgb body(double x, double y, Rgb below) {
    double dx = (x - X) / 0.27;
    double dip = 0.16 * Math.exp(-dx * dx * 14);
    double sunk = dip * 0.27 * Sky.smooth(0, 0.24, Y - y);
    double dy = (y - Y - 0.02 - sunk) / (0.255 - 0.02 * dx * dx);
    double d2 = dx * dx + dy * dy;
    if (d2 > 1) {
      return below;
    }
    double dz = Math.sqrt(1 - d2);
    double light = Math.max(0, -0.55 * dx - 0.6 * dy + 0.58 * dz);
    double dots = SKIN.at(x * 120, y * 120) > 0.72 ? 1.35 : 1;
    double gloss = Math.exp(-((dx + 0.38) * (dx + 0.38) + (dy + 0.45) * (dy + 0.45)) * 26);
    Rgb lit = skin(dx, dy, dz).times((0.14 + 1.05 * light) * dots);
    Rgb bounce = WOOD.times(0.22 * Math.max(0, dy) * (1 - dz));
    return below.mix(
        lit.plus(bounce).plus(new Rgb(0.8, 0.8, 0.8).times(gloss)), Sky.smooth(1, 0.975, d2));
  }

  private static Rgb skin(double dx, double dy, double dz) {
    double streak = SKIN.octaves(Math.atan2(dx, dz + 0.4) * 9, dy * 1.6, 4);
    double yellow = Sky.smooth(0.25, 0.85, streak + 0.6 * Math.exp(-(dy + 1) * 3));
    return Rgb.of(0xb81420).mix(Rgb.of(0xe0a838), 0.75 * yellow);
  }

  private static void stalk(Graphics2D g) {
    g.setColor(Rgb.of(0x4a3018).screen(1));
    g.setStroke(new BasicStroke(0.012f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(Shapes.bow(X, Y - 0.19, X + 0.005, Y - 0.27, X + 0.035, Y - 0.32));
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(X + 0.015, Y - 0.25);
    leaf.quadTo(X + 0.08, Y - 0.36, X + 0.2, Y - 0.31);
    leaf.quadTo(X + 0.12, Y - 0.22, X + 0.015, Y - 0.25);
    g.setColor(Rgb.of(0x4c8a2c).screen(1));
    g.fill(leaf);
  }
}
