package io.lumiere.gallery;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Many different small pictures: parts of the painted scenes, upright and lying, for archives of
 * which only the size matters. Thread-safe.
 */
public final class PaintedPictures {
  private static final int SCENE_SIDE = 1_000;
  private static final double[] RATIOS = {1.5, 4 / 3.0, 16 / 9.0, 1, 2 / 3.0, 0.75};

  private PaintedPictures() {}

  /**
   * A picture that was written.
   *
   * @param file where it is
   * @param averageColour of all pixels, 0xRRGGBB
   */
  public record Picture(Path file, int width, int height, int averageColour) {}

  /** Writes {@code 000.jpg}, {@code 001.jpg} ... The same call gives the same pictures. */
  public static List<Picture> write(Path folder, int count) throws IOException {
    return write(folder, count, SCENE_SIDE);
  }

  /**
   * The same of scenes of another size: to paint them takes as long as they have pixels.
   *
   * @param sceneSide the longer side of a scene, which a picture has six to ten tenths of
   */
  public static List<Picture> write(Path folder, int count, int sceneSide) throws IOException {
    List<BufferedImage> scenes =
        PaintedScenes.paint(Math.min(count, PaintedScenes.count()), sceneSide);
    Files.createDirectories(folder);
    Random random = new Random(1);
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BufferedImage part = part(scenes.get(i % scenes.size()), random);
      Path file = folder.resolve(String.format("%03d.jpg", i));
      ImageIO.write(part, "jpg", file.toFile());
      pictures.add(new Picture(file, part.getWidth(), part.getHeight(), averageColour(part)));
    }
    return pictures;
  }

  /** A part of six to ten tenths of a scene, of one of the usual shapes. */
  private static BufferedImage part(BufferedImage scene, Random random) {
    double ratio = RATIOS[random.nextInt(RATIOS.length)];
    double scale =
        Math.min(scene.getWidth() / ratio, scene.getHeight()) * (0.6 + 0.4 * random.nextDouble());
    int width = (int) (scale * ratio);
    int height = (int) scale;
    int x = random.nextInt(scene.getWidth() - width + 1);
    int y = random.nextInt(scene.getHeight() - height + 1);
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    part.createGraphics().drawImage(scene, -x, -y, null);
    return part;
  }

  private static int averageColour(BufferedImage picture) {
    BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    BufferedImage small = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    draw(picture, small);
    draw(small, pixel);
    return pixel.getRGB(0, 0) & 0xffffff;
  }

  private static void draw(BufferedImage from, BufferedImage to) {
    Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
    graphics.dispose();
  }
}
