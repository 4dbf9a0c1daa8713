package io.lumiere.examples.cluster;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small pictures in files, a different one for each number. */
final class PaintedFiles {
  private PaintedFiles() {}

  static void write(Path file, int number) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(number * 2_654_435), 64, number % 48, Color.YELLOW));
    graphics.fillRect(0, 0, 64, 48);
    graphics.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "jpeg", file.toFile());
  }
}
