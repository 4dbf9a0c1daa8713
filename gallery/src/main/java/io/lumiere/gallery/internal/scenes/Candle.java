package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import java.awt.BasicStroke;

/** A burning candle in a dark room. */
final class Candle {
  private static final double X = 0.375;
  private static final double WICK = 0.5;
  private static final Noise WAX = new Noise(722);

  private Candle() {}

  static void paint(Canvas canvas) {
    canvas.paint((x, y, below) -> new Rgb(0.012, 0.007, 0.004));
    Things.table(canvas, 0.82, Rgb.of(0x2c1c10), 721);
    canvas.paint(0.5, 0.93, Candle::wax);
    canvas.draw(g -> {
      g.setColor(Rgb.of(0x100804).screen(1));
      g.setStroke(new BasicStroke(0.006f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(Shapes.bow(X, 0.535, X, 0.51, X + 0.006, WICK));
    });
    canvas.paint(Candle::flame);
  }

  private static Rgb wax(double x, double y, Rgb below) {
    double dx = (x - X) / 0.085;
    double curve = Math.sqrt(Math.max(0, 1 - dx * dx));
    double rim = 0.53 + 0.012 * WAX.at(x * 30, 2) - 0.012 * curve;
    double drip = 0.09 * WAX.octaves(x * 22, y * 2, 2);
    if (Math.abs(dx) > 1 + drip || y < rim || y > 0.9 + 0.02 * curve) {
      return below;
    }
    double round = Math.sqrt(Math.max(0.05, 1 - dx * dx));
    // The flame shines through the wax just below it.
    double glow = Math.exp(-(y - rim) * 7);
    return Rgb.of(0xf0dcb8)
        .times((0.1 + 0.3 * round) * (0.35 + 1.6 * glow))
        .plus(new Rgb(0.7, 0.3, 0.06).times(glow * round));
  }

  private static Rgb flame(double x, double y, Rgb below) {
    double d = Math.hypot(x - X, (y - WICK + 0.06) * 0.9);
    Rgb warm = new Rgb(1, 0.5, 0.13).times(0.5 * Math.exp(-d / 0.1) + 0.12 * Math.exp(-d / 0.35));
    double up = (WICK + 0.012 - y) / 0.17;
    if (up < 0 || up > 1) {
      return below.plus(warm);
    }
    double wide = 0.034 * Math.sin(Math.PI * Math.pow(up, 0.55)) * (1.05 - 0.6 * up);
    double inside = Sky.smooth(1.15, 0.35, Math.abs(x - X) / Math.max(wide, 1e-3));
    double blue = 0.7 * Sky.smooth(0.16, 0.02, up);
    return below.plus(warm).mix(new Rgb(1.9, 1.25, 0.45).mix(new Rgb(0.2, 0.3, 0.9), blue), inside);
  }
}
