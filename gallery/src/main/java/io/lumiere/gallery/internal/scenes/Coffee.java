package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;

/** A cup of coffee on a table, seen from above. */
final class Coffee {
  private static final double X = 0.64;
  private static final double Y = 0.5;
  private static final double SAUCER = 0.41;
  private static final double CUP = 0.27;
  private static final double RIM = 0.245;
  private static final Noise FOAM = new Noise(732);

  private Coffee() {}

  static void paint(Canvas canvas) {
    Things.table(canvas, -0.4, Rgb.of(0x7a5230), 731);
    canvas.draw(
        0.02,
        g -> {
          g.setColor(Rgb.of(0x0a0502).screen(0.7));
          g.fill(Shapes.oval(X + 0.04, Y + 0.05, SAUCER + 0.01, SAUCER + 0.01));
        });
    canvas.paint(Coffee::crockery);
    canvas.draw(g -> {
      g.setStroke(new BasicStroke(0.045f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.setColor(Rgb.of(0xe8e4de).screen(1));
      g.draw(new Line2D.Double(X + 0.25, Y - 0.06, X + 0.36, Y - 0.1));
    });
  }

  private static Rgb crockery(double x, double y, Rgb below) {
    double d = Math.hypot(x - X, y - Y);
    // 1 where the side faces the window, -1 where it faces away.
    double side = ((x - X) * -0.6 + (y - Y) * -0.8) / Math.max(d, 1e-6);
    if (d > SAUCER) {
      return below;
    }
    if (d > CUP) {
      double china = 0.78 + 0.16 * side * Sky.smooth(0.1, 0.4, d);
      double ring = Math.abs(d - 0.33) < 0.006 ? 0.85 : 1;
      double shade = 1 - 0.5 * Math.exp(-(d - CUP) * 26) * Sky.smooth(0.3, -0.8, side);
      Rgb white = new Rgb(china, china * 0.98, china * 0.95).times(ring * shade);
      return below.mix(white, Sky.smooth(SAUCER, SAUCER - 0.003, d));
    }
    if (d > RIM) {
      return new Rgb(0.95, 0.94, 0.92).times(0.85 + 0.15 * side);
    }
    return coffee(x - X, y - Y, FOAM.octaves(x * 5, y * 5, 4))
        .times(1 - 0.55 * Sky.smooth(0.19, RIM, d) * Sky.smooth(-0.3, 0.8, side));
  }

  /** Brown with a heart of milk foam. */
  private static Rgb coffee(double dx, double dy, double bend) {
    double heart = Math.hypot(dx, (dy + 0.02) * 0.95 - 0.75 * Math.abs(dx) + 0.03);
    double milk =
        Sky.smooth(0.012, -0.012, Math.abs(heart - 0.085) - 0.03 + 0.01 * bend)
            + Sky.smooth(0.03, 0.02, heart);
    double edge = Sky.smooth(0.15, RIM, Math.hypot(dx, dy));
    Rgb crema = Rgb.of(0x8a4e20).mix(Rgb.of(0x4c260e), edge + 0.3 * bend);
    return crema.mix(Rgb.of(0xf0dcc0), Math.min(1, milk) * 0.92);
  }
}
