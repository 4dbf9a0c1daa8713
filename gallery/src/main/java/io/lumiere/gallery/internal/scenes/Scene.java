package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A picture that can be painted at any size. Immutable and thread-safe.
 *
 * @param id name, in lower case with hyphens
 * @param portrait whether it is 3:4 upright rather than 4:3
 * @param painter paints it; called with a canvas of its own each time
 */
public record Scene(String id, boolean portrait, Consumer<Canvas> painter) {
  private static final double GRAIN = 2.2;

  static Scene landscape(String id, Consumer<Canvas> painter) {
    return new Scene(id, false, painter);
  }

  static Scene portrait(String id, Consumer<Canvas> painter) {
    return new Scene(id, true, painter);
  }

  /** Paints it with that many pixels along the longer side. */
  public BufferedImage paint(int longSide) {
    int shortSide = longSide * 3 / 4;
    Canvas canvas = portrait ? new Canvas(shortSide, longSide) : new Canvas(longSide, shortSide);
    painter.accept(canvas);
    return canvas.develop(GRAIN, id.hashCode());
  }
}
