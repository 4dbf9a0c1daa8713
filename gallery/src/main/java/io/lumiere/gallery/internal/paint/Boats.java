package io.lumiere.gallery.internal.paint;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Boats. */
public final class Boats {
  private Boats() {}

  /** A sailing boat; {@code x, y} is the middle of its water line, {@code size} its mast. */
  public static void sail(Canvas canvas, double x, double y, double size, Rgb sail, Rgb hull) {
    Path2D main = new Path2D.Double();
    main.moveTo(x - 0.02 * size, y - size);
    main.quadTo(x - 0.2 * size, y - 0.5 * size, x - 0.5 * size, y - 0.16 * size);
    main.lineTo(x - 0.02 * size, y - 0.14 * size);
    main.closePath();
    Path2D jib = new Path2D.Double();
    jib.moveTo(x + 0.02 * size, y - 0.9 * size);
    jib.quadTo(x + 0.16 * size, y - 0.5 * size, x + 0.42 * size, y - 0.12 * size);
    jib.lineTo(x + 0.03 * size, y - 0.17 * size);
    jib.closePath();
    Path2D body = new Path2D.Double();
    body.moveTo(x - 0.46 * size, y - 0.1 * size);
    body.quadTo(x, y - 0.055 * size, x + 0.52 * size, y - 0.115 * size);
    body.quadTo(x + 0.36 * size, y + 0.005 * size, x + 0.26 * size, y);
    body.lineTo(x - 0.36 * size, y);
    body.closePath();
    canvas.draw(g -> {
      g.setColor(sail.screen(1));
      g.fill(main);
      g.setColor(sail.times(0.86).screen(1));
      g.fill(jib);
      g.setColor(hull.screen(1));
      g.fill(body);
      g.setStroke(new BasicStroke((float) (0.014 * size)));
      g.draw(new Line2D.Double(x, y - 0.06 * size, x, y - 1.03 * size));
    });
  }
}
