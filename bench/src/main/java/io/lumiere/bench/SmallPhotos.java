package io.lumiere.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * JPEG files of 2 to 3 KB, all with other pixels: some thousands of painted pictures, each with
 * many tables of quantization, by which its frequencies are stronger or weaker. Four of five have
 * an EXIF date and a camera, two of five a place, a third a caption. The same numbers come every
 * time, and what is there already stays. Arguments: a folder, and how many.
 */
public final class SmallPhotos {
  /** The other name of their folder. */
  static final String ELSEWHERE = "elsewhere";

  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final int PICTURES = 4_000;
  private static final int FILES_A_FOLDER = 400;
  private static final int FOLDERS_A_YEAR = 100;

  /** Markers of JPEG. */
  private static final int QUANTIZATION = 0xdb;

  private static final int START_OF_SCAN = 0xda;
  private static final float QUALITY = 0.6f;

  private final List<byte[]> pictures =
      IntStream.range(0, PICTURES).parallel().mapToObj(SmallPhotos::picture).toList();

  private SmallPhotos() {}

  /** Writes the files. */
  public static void main(String[] args) throws IOException {
    ImageIO.setUseCache(false);
    new SmallPhotos().write(here(Path.of(args[0])), Integer.parseInt(args[1]));
  }

  /** The folder that they are in; one that a run has renamed gets its name back. */
  static Path here(Path folder) throws IOException {
    Path here = folder.resolve("photos/here");
    Path elsewhere = here.resolveSibling(ELSEWHERE);
    if (Files.isDirectory(elsewhere)) {
      Files.move(elsewhere, here);
    }
    return Files.createDirectories(here);
  }

  /** Writes the first {@code count} of the files that are not there yet, on all cores. */
  private void write(Path root, int count) {
    IntStream.range(0, Math.ceilDiv(count, FILES_A_FOLDER))
        .parallel()
        .forEach(number -> writeFolder(root, number, count));
  }

  private void writeFolder(Path root, int number, int count) {
    String name = (2000 + number / FOLDERS_A_YEAR) + "/event " + number;
    Path folder = root.resolve(name);
    int first = number * FILES_A_FOLDER;
    try {
      Files.createDirectories(folder);
      for (int i = first; i < Math.min(count, first + FILES_A_FOLDER); i++) {
        Path file = folder.resolve("IMG_" + i + ".jpg");
        if (!Files.exists(file)) {
          Files.write(file, photo(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into " + folder, e);
    }
  }

  /** A picture with EXIF and tables of its own. */
  private byte[] photo(int number) throws IOException {
    SplittableRandom random = new SplittableRandom(number);
    byte[] picture = pictures.get(random.nextInt(PICTURES)).clone();
    vary(picture, random);
    return SmallExif.added(picture, number, random);
  }

  /** Makes each number of the tables up to a half larger or smaller. */
  private static void vary(byte[] jpeg, SplittableRandom random) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != START_OF_SCAN) {
      int end = at + 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
      if ((jpeg[at + 1] & 0xff) == QUANTIZATION) {
        for (int i = at + 4; i < end; i++) {
          // Tables of 64 bytes, each with a byte that says which one it is.
          if ((i - at - 4) % 65 != 0) {
            double value = (jpeg[i] & 0xff) * random.nextDouble(0.5, 1.5);
            jpeg[i] = (byte) Math.clamp(Math.round(value), 1, 255);
          }
        }
      }
      at = end;
    }
  }

  private static byte[] picture(int number) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(paint(number), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding to memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A sky, a ground, and some shapes. */
  private static BufferedImage paint(int number) {
    SplittableRandom random = new SplittableRandom(number);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    int horizon = random.nextInt(HEIGHT / 4, HEIGHT * 3 / 4);
    g.setPaint(
        new GradientPaint(0, 0, colour(random), random.nextInt(WIDTH), horizon, colour(random)));
    g.fillRect(0, 0, WIDTH, horizon);
    g.setPaint(new GradientPaint(0, horizon, colour(random), 0, HEIGHT, colour(random)));
    g.fillRect(0, horizon, WIDTH, HEIGHT - horizon);
    for (int i = 0; i < 8; i++) {
      g.setColor(colour(random));
      int size = random.nextInt(8, 48);
      int x = random.nextInt(-8, WIDTH);
      int y = random.nextInt(-8, HEIGHT);
      if (i % 2 == 0) {
        g.fillOval(x, y, size, random.nextInt(8, 48));
      } else {
        g.fillRect(x, y, size, random.nextInt(8, 48));
      }
    }
    for (int i = 0; i < 50; i++) {
      g.setColor(colour(random));
      int x = random.nextInt(WIDTH);
      int y = random.nextInt(HEIGHT);
      g.drawLine(x, y, x + random.nextInt(-20, 20), y + random.nextInt(-20, 20));
    }
    g.dispose();
    return image;
  }

  private static Color colour(SplittableRandom random) {
    return new Color(random.nextInt(1 << 24));
  }
}
