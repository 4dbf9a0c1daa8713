package io.lumiere.gallery.internal.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/**
 * A picture in the making, in linear light. The unit of positions is the picture's height: y runs
 * from 0 at the top to 1 at the bottom, x from 0 at the left to {@link #aspect}. Not thread-safe.
 */
public final class Canvas {
  private final int width;
  private final int height;
  private final float[] light;

  public Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.light = new float[3 * width * height];
  }

  /** What a pixel's colour becomes, given where it is and what it was. */
  @FunctionalInterface
  public interface Shader {
    /**
     * Returns the new colour of a pixel.
     *
     * @param below the colour so far
     */
    Rgb at(double x, double y, Rgb below);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Width divided by height: the largest x. */
  public double aspect() {
    return (double) width / height;
  }

  /** Repaints all pixels. */
  public void paint(Shader shader) {
    paint(0, 1, shader);
  }

  /** Repaints the pixels whose y is between the two. */
  public void paint(double top, double bottom, Shader shader) {
    int first = Math.clamp(Math.round(top * height), 0, height);
    int last = Math.clamp(Math.round(bottom * height), 0, height);
    for (int py = first; py < last; py++) {
      for (int px = 0; px < width; px++) {
        int at = 3 * (py * width + px);
        Rgb below = new Rgb(light[at], light[at + 1], light[at + 2]);
        put(at, shader.at((px + 0.5) / height, (py + 0.5) / height, below));
      }
    }
  }

  /**
   * The colour at a position, between pixels mixed of its neighbours, beyond the edges the edge.
   */
  public Rgb sample(double x, double y) {
    double fx = Math.clamp(x * height - 0.5, 0, width - 1.001);
    double fy = Math.clamp(y * height - 0.5, 0, height - 1.001);
    int ix = (int) fx;
    int iy = (int) fy;
    return pixel(ix, iy)
        .mix(pixel(ix + 1, iy), fx - ix)
        .mix(pixel(ix, iy + 1).mix(pixel(ix + 1, iy + 1), fx - ix), fy - iy);
  }

  /** Draws with {@code java.awt}, smoothly, in the canvas's positions. */
  public void draw(Consumer<Graphics2D> drawing) {
    draw(0, drawing);
  }

  /** The same out of focus: {@code blur} is the radius, in heights of the picture. */
  public void draw(double blur, Consumer<Graphics2D> drawing) {
    BufferedImage layer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = layer.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(height, height);
    drawing.accept(g);
    g.dispose();
    int[] argb = ((DataBufferInt) layer.getRaster().getDataBuffer()).getData();
    Layers.blend(light, argb, width, height, (int) Math.round(blur * height));
  }

  /** Blurs what has been painted so far, as a lens out of focus; radius in heights. */
  public void blur(double radius) {
    Layers.blur(light, 3, width, height, (int) Math.round(radius * height));
  }

  /**
   * The photo: highlights rolled off, corners a little darker, grain of the sensor added.
   *
   * @param grain standard deviation of the grain in steps of 1/255
   */
  public BufferedImage develop(double grain, long seed) {
    return Developer.develop(light, width, height, grain, seed);
  }

  private Rgb pixel(int x, int y) {
    int at = 3 * (y * width + x);
    return new Rgb(light[at], light[at + 1], light[at + 2]);
  }

  private void put(int at, Rgb colour) {
    light[at] = (float) colour.red();
    light[at + 1] = (float) colour.green();
    light[at + 2] = (float) colour.blue();
  }
}
