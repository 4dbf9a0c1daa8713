package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A banded lighthouse in the sun. */
final class Lighthouse {
  private static final double X = 0.27;
  private static final double FOOT = 0.69;
  private static final double TOP = 0.24;
  private static final int BANDS = 7;
  private static final int STRIPS = 24;

  private Lighthouse() {}

  static void draw(Graphics2D g) {
    for (int band = 0; band < BANDS; band++) {
      band(g, band);
    }
    lantern(g);
    g.setColor(Rgb.of(0x2c3038).screen(1));
    for (double y : new double[] {0.62, 0.47, 0.34}) {
      g.fill(Shapes.oval(X + 0.012, y, 0.008, 0.012));
    }
  }

  private static void band(Graphics2D g, int band) {
    double y0 = FOOT + (TOP - FOOT) * band / BANDS;
    double y1 = FOOT + (TOP - FOOT) * (band + 1) / BANDS;
    double r0 = 0.075 - 0.028 * band / BANDS;
    double r1 = 0.075 - 0.028 * (band + 1) / BANDS;
    Rgb colour = band % 2 == 0 ? Rgb.of(0xf2efe8) : Rgb.of(0xc8342c);
    for (int i = 0; i < STRIPS; i++) {
      double a = -1 + 2.0 * i / STRIPS;
      double b = -1 + 2.0 * (i + 1) / STRIPS + 0.01;
      double light = 0.42 + 0.68 * Math.sqrt(Math.max(0, 1 - a * a * 0.9 + 0.35 * a));
      g.setColor(colour.times(light).screen(1));
      g.fill(Shapes.polygon(X + a * r0, y0, X + b * r0, y0, X + b * r1, y1, X + a * r1, y1));
    }
  }

  private static void lantern(Graphics2D g) {
    g.setColor(Rgb.of(0x3a3f46).screen(1));
    g.fill(new Rectangle2D.Double(X - 0.06, TOP - 0.012, 0.12, 0.014));
    g.setColor(Rgb.of(0xffe9a0).screen(1));
    g.fill(new Rectangle2D.Double(X - 0.03, TOP - 0.062, 0.06, 0.05));
    g.setColor(Rgb.of(0x3a3f46).screen(1));
    g.setStroke(new BasicStroke(0.003f));
    for (int i = 0; i < 5; i++) {
      double bar = X - 0.03 + 0.015 * i;
      g.draw(new Line2D.Double(bar, TOP - 0.062, bar, TOP));
    }
    g.setColor(Rgb.of(0xb02c26).screen(1));
    g.fill(Shapes.polygon(X - 0.04, TOP - 0.06, X + 0.04, TOP - 0.06, X, TOP - 0.105));
  }
}
