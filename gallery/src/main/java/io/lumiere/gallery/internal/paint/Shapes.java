package io.lumiere.gallery.internal.paint;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Outlines in the canvas's positions. */
public final class Shapes {
  private Shapes() {}

  /** A circle around a point. */
  public static Ellipse2D disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** An ellipse around a point. */
  public static Ellipse2D oval(double x, double y, double rx, double ry) {
    return new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry);
  }

  /** A closed outline through points given as x, y, x, y... */
  public static Path2D polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  /** A curve from one point to another that bends towards a third. */
  public static Path2D bow(double x0, double y0, double cx, double cy, double x1, double y1) {
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0);
    path.quadTo(cx, cy, x1, y1);
    return path;
  }
}
