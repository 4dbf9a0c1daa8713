package io.lumiere.indexer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures, a different one for each seed. */
public final class Pictures {
  private Pictures() {}

  /** A JPEG of 64 x 48 pixels. */
  public static byte[] jpeg(long seed) {
    return encode("jpeg", seed);
  }

  /** A PNG of 64 x 48 pixels. */
  public static byte[] png(long seed) {
    return encode("png", seed);
  }

  /** Writes a JPEG, and the folders that it lies in. */
  static void write(Path file, long seed) {
    write(file, jpeg(seed));
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encode(String format, long seed) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < 48; y += 8) {
      for (int x = 0; x < 64; x += 8) {
        int colour = random.nextInt(1 << 24);
        for (int i = 0; i < 64; i++) {
          image.setRGB(x + i % 8, y + i / 8, colour);
        }
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
