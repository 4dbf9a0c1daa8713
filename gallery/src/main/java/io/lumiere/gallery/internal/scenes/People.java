package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Walkers in coats, seen from behind. */
final class People {
  private People() {}

  static void draw(Graphics2D g) {
    person(g, 0.55, 0.7, 0.11);
    person(g, 0.7, 0.69, 0.1);
    person(g, 0.735, 0.69, 0.096);
    person(g, 0.43, 0.82, 0.26);
  }

  private static void person(Graphics2D g, double x, double foot, double size) {
    double grey = 0.05 - 0.1 * Math.min(0, size - 0.2);
    g.setColor(new Rgb(0.02, 0.02, 0.02).screen(0.35));
    g.fill(Shapes.oval(x + size * 0.1, foot, size * 0.3, size * 0.03));
    g.setColor(new Rgb(grey, grey, grey).screen(1));
    g.fill(Shapes.oval(x, foot - size * 0.92, size * 0.06, size * 0.075));
    g.fill(coat(x, foot, size));
    g.setStroke(
        new BasicStroke((float) (size * 0.075), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(
        Shapes.bow(
            x - size * 0.03,
            foot - size * 0.4,
            x - size * 0.02,
            foot - size * 0.2,
            x - size * 0.1,
            foot));
    g.draw(
        Shapes.bow(
            x + size * 0.03,
            foot - size * 0.4,
            x + size * 0.1,
            foot - size * 0.2,
            x + size * 0.07,
            foot - size * 0.02));
  }

  private static Path2D coat(double x, double foot, double size) {
    Path2D coat = new Path2D.Double();
    coat.moveTo(x - size * 0.04, foot - size * 0.86);
    coat.curveTo(
        x - size * 0.16,
        foot - size * 0.8,
        x - size * 0.15,
        foot - size * 0.55,
        x - size * 0.14,
        foot - size * 0.34);
    coat.lineTo(x + size * 0.13, foot - size * 0.36);
    coat.curveTo(
        x + size * 0.16,
        foot - size * 0.58,
        x + size * 0.15,
        foot - size * 0.8,
        x + size * 0.04,
        foot - size * 0.86);
    coat.closePath();
    return coat;
  }
}
