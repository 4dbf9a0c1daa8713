package io.lumiere.gallery;

import io.lumiere.gallery.internal.samples.ArchiveWriter;
import io.lumiere.gallery.internal.samples.InParallel;
import io.lumiere.gallery.internal.samples.JpegMetadata;
import io.lumiere.gallery.internal.samples.Jpegs;
import io.lumiere.gallery.internal.samples.Sample;
import io.lumiere.gallery.internal.samples.SampleTable;
import io.lumiere.gallery.internal.scenes.Scene;
import io.lumiere.gallery.internal.scenes.Scenes;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Photos as phones make them, to measure speed with: 4000 x 3000 pixels, 3 to 6 MB, each another
 * picture with metadata and the noise of a sensor. Thread-safe.
 */
public final class TwelveMegapixel {
  /** Pixels across. */
  public static final int WIDTH = 4000;

  /** Pixels down. */
  public static final int HEIGHT = 3000;

  private static final float QUALITY = 0.9f;
  private static final double NOISE = 7;

  private TwelveMegapixel() {}

  /**
   * Writes the photos that are not there yet, on all cores, and returns the paths of all of them.
   * The same call makes the same files.
   *
   * @param dir folder to write to; made if it is not there
   * @param count number of photos, 1 or more
   * @throws GalleryException if a file can't be written
   */
  public static List<Path> write(Path dir, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of photos is " + count + ", not 1 or more");
    }
    return InParallel.map(count, i -> writeOne(dir, i));
  }

  private static Path writeOne(Path dir, int index) {
    Path file = dir.resolve(String.format(Locale.ROOT, "IMG_%05d.jpg", index));
    if (Files.isRegularFile(file)) {
      return file;
    }
    List<Sample> samples =
        SampleTable.painted().stream()
            .filter(sample -> !Scenes.byId(sample.sourceName()).portrait())
            .toList();
    Sample sample = samples.get(index % samples.size());
    SplittableRandom random = new SplittableRandom(index);
    Scene scene = Scenes.byId(sample.sourceName());
    BufferedImage photo = enlarge(scene.paint(WIDTH * 2 / 5), random);
    addNoise(photo, random);
    try {
      byte[] jpeg = JpegMetadata.write(Jpegs.encode(photo, QUALITY), sample, 1);
      ArchiveWriter.writeWhole(file, jpeg);
    } catch (IOException e) {
      throw new GalleryException("can't write " + file, e);
    }
    return file;
  }

  /** Blows up a random part, at least three quarters of each side. */
  private static BufferedImage enlarge(BufferedImage scene, SplittableRandom random) {
    double share = 0.75 + 0.25 * random.nextDouble();
    int width = (int) (scene.getWidth() * share);
    int height = (int) (scene.getHeight() * share);
    int x = random.nextInt(scene.getWidth() - width + 1);
    int y = random.nextInt(scene.getHeight() - height + 1);
    BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = photo.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(scene, 0, 0, WIDTH, HEIGHT, x, y, x + width, y + height, null);
    g.dispose();
    return photo;
  }

  private static void addNoise(BufferedImage photo, SplittableRandom random) {
    int[] rgb = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < rgb.length; i++) {
      long bits = random.nextLong();
      int red = noisy((rgb[i] >> 16) & 255, bits);
      int green = noisy((rgb[i] >> 8) & 255, bits >>> 20);
      int blue = noisy(rgb[i] & 255, bits >>> 40);
      rgb[i] = (red << 16) | (green << 8) | blue;
    }
  }

  /** Two random bytes make a triangular distribution with a standard deviation of 104. */
  private static int noisy(int value, long bits) {
    double noise = ((bits & 255) + ((bits >>> 8) & 255) - 255) * (NOISE / 104);
    return Math.clamp(Math.round(value + noise), 0, 255);
  }
}
