package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Hot-air balloons. */
final class Balloons {
  private static final int GORES = 48;

  private Balloons() {}

  /** A striped balloon of the radius, lit from the right; x, y is the middle of its envelope. */
  static void draw(Graphics2D g, double x, double y, double radius, int first, int second) {
    double basket = y + radius * 1.75;
    g.setColor(Rgb.of(0x3a2c20).screen(0.8));
    g.setStroke(new BasicStroke((float) (radius * 0.012)));
    for (int side = -1; side <= 1; side += 2) {
      g.draw(
          new Line2D.Double(
              x + side * radius * 0.22, y + radius * 1.24, x + side * radius * 0.1, basket));
    }
    for (int i = 0; i < GORES; i++) {
      double a = Math.PI * i / GORES;
      double b = Math.PI * (i + 1) / GORES;
      double light = 0.45 + 0.65 * Math.max(0, Math.cos(b - Math.PI * 0.68));
      g.setColor(Rgb.of(i / 4 % 2 == 0 ? first : second).times(light).screen(1));
      g.fill(gore(x, y, radius, -Math.cos(a), -Math.cos(b) + 0.015));
    }
    g.setColor(Rgb.of(0x6a4626).screen(1));
    g.fill(new Rectangle2D.Double(x - radius * 0.11, basket, radius * 0.22, radius * 0.17));
    g.setColor(Rgb.of(0x2c1c10).screen(1));
    g.fill(Shapes.oval(x, y + radius * 1.25, radius * 0.22, radius * 0.03));
  }

  private static Path2D gore(double x, double y, double radius, double a, double b) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - radius);
    path.curveTo(
        x + a * radius * 1.32,
        y - radius,
        x + a * radius * 1.25,
        y + radius * 0.45,
        x + a * radius * 0.22,
        y + radius * 1.25);
    path.lineTo(x + b * radius * 0.22, y + radius * 1.25);
    path.curveTo(
        x + b * radius * 1.25, y + radius * 0.45, x + b * radius * 1.32, y - radius, x, y - radius);
    path.closePath();
    return path;
  }
}
