package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.util.Random;

/** Small things that many scenes share. */
final class Details {
  private Details() {}

  /** A stand of reeds or tall grass, from {@code left} to {@code right}, rooted at {@code foot}. */
  static void reeds(
      Canvas canvas, double left, double right, double foot, double high, Rgb colour, long seed) {
    Random random = new Random(seed);
    int count = (int) (260 * (right - left) + 20);
    canvas.draw(g -> {
      for (int i = 0; i < count; i++) {
        double x = left + random.nextDouble() * (right - left);
        double h = high * (0.35 + 0.65 * random.nextDouble());
        double lean = random.nextGaussian() * 0.16 * h;
        g.setColor(colour.times(0.7 + 0.6 * random.nextDouble()).screen(1));
        g.setStroke(new BasicStroke((float) (0.0016 + 0.002 * random.nextDouble())));
        g.draw(Shapes.bow(x, foot + 0.1, x, foot - h * 0.6, x + lean, foot - h));
      }
    });
  }

  /** Stones that lie in the foreground, below {@code top}. */
  static void stones(Canvas canvas, double top, int count, long seed) {
    Random random = new Random(seed);
    canvas.draw(g -> {
      for (int i = 0; i < count; i++) {
        double near = (i + random.nextDouble()) / count;
        double x = random.nextDouble() * canvas.aspect();
        double y = top + near * (1.02 - top);
        double size = (0.006 + 0.03 * near) * (0.5 + random.nextDouble());
        stone(g, x, y, size, 0.25 + 0.3 * random.nextDouble(), random);
      }
    });
  }

  private static void stone(
      Graphics2D g, double x, double y, double size, double grey, Random random) {
    g.setColor(new Rgb(0.02, 0.02, 0.02).screen(0.45));
    g.fill(Shapes.oval(x + size * 0.15, y + size * 0.3, size * 1.1, size * 0.4));
    int corners = 9;
    double[] outline = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = size * (0.8 + 0.3 * random.nextDouble());
      outline[2 * i] = x + Math.cos(angle) * reach;
      outline[2 * i + 1] = y + Math.sin(angle) * reach * 0.55;
    }
    Rgb colour = new Rgb(grey, grey * 0.97, grey * 0.92);
    g.setPaint(
        new GradientPaint(
            (float) (x - size * 0.5),
            (float) (y - size * 0.5),
            colour.times(1.3).screen(1),
            (float) (x + size * 0.5),
            (float) (y + size * 0.5),
            colour.times(0.3).screen(1)));
    g.fill(Shapes.polygon(outline));
  }
}
