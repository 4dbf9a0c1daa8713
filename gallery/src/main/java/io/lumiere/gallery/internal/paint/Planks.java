package io.lumiere.gallery.internal.paint;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Piers of wooden boards. */
public final class Planks {
  private Planks() {}

  /**
   * A pier from the bottom edge towards the water.
   *
   * @param middle x of its far end
   * @param end y of its far end
   * @param half half its width at the bottom edge
   */
  public static void pier(
      Canvas canvas, double middle, double end, double half, Rgb wood, long seed) {
    Random random = new Random(seed);
    Noise grain = new Noise(seed);
    double horizon = end - 0.05;
    double slope = half / (1 - horizon);
    canvas.draw(g -> posts(g, middle, end, horizon, slope, wood));
    double[] tones = new double[64];
    for (int i = 0; i < tones.length; i++) {
      tones[i] = 0.8 + 0.4 * random.nextDouble();
    }
    canvas.paint(
        end,
        1,
        (x, y, below) -> {
          double wide = slope * (y - horizon);
          double side = (x - middle) / wide;
          if (Math.abs(side) > 1) {
            return below;
          }
          double away = 1.6 / (y - horizon);
          double board = away - Math.floor(away);
          double tone = tones[Math.floorMod((int) Math.floor(away), tones.length)];
          double gap = Sky.smooth(0.02, 0.07, Math.min(board, 1 - board) + 0.004 * away / 4 - 0.01);
          double lines = grain.octaves(side * 7, away * 9, 4);
          double nail =
              Math.abs(Math.abs(side) - 0.8) < 0.012 && Math.abs(board - 0.5) < 0.06 ? 0.4 : 1;
          double shade = tone * (1 + 0.3 * lines) * (0.25 + 0.75 * gap) * nail;
          return wood.times(shade * (1.15 - 0.3 * y));
        });
  }

  private static void posts(
      Graphics2D g, double middle, double end, double horizon, double slope, Rgb wood) {
    for (double y : new double[] {end, end + 0.045, end + 0.13, end + 0.3}) {
      double wide = slope * (y - horizon);
      for (int side = -1; side <= 1; side += 2) {
        double x = middle + side * wide;
        double thick = wide * 0.09;
        g.setColor(wood.times(0.3).screen(0.5));
        g.fill(new Rectangle2D.Double(x - thick, y, 2 * thick, wide * 0.5));
        g.setColor(wood.times(0.45).screen(1));
        g.fill(new Rectangle2D.Double(x - thick, y - wide * 0.9, 2 * thick, wide * 0.95));
      }
    }
    g.setColor(wood.times(0.35).screen(1));
    g.setStroke(new BasicStroke(0.005f));
    double wide = slope * (end - horizon);
    g.draw(new Line2D.Double(middle - wide, end - wide * 0.6, middle + wide, end - wide * 0.6));
  }
}
