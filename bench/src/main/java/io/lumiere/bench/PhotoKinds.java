package io.lumiere.bench;

import io.lumiere.gallery.TwelveMegapixel;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Photos of several formats, each in a folder of its own: JPEG of 12 and of 48 megapixels, PNG, and
 * raw files that hold a JPEG of 12 megapixels beside the sensor's samples. {@code heic.py} adds
 * HEIC. What is there already is used again. Thread-safe.
 */
final class PhotoKinds {
  private static final String JPEG_12 = "JPEG, 12 MP";
  private static final String JPEG_48 = "JPEG, 48 MP";
  private static final String PNG = "PNG, 12 MP";
  private static final String RAW = "raw with a JPEG of 12 MP";

  private static final float QUALITY = 0.9f;

  /** What a sensor of 12 megapixels gives, losslessly packed. */
  private static final int SAMPLES = 15_000_000;

  /** Types of TIFF. */
  private static final int BYTES = 1;

  private static final int SHORT = 3;
  private static final int LONG = 4;

  private PhotoKinds() {}

  /**
   * Writes {@code count} photos of 12 megapixels, a third as many of PNG and raw, and a sixth of
   * 48.
   */
  static void write(Path folder, int count) throws IOException {
    List<Path> photos = TwelveMegapixel.write(folder.resolve(JPEG_12), count);
    for (int i = 0; i < Math.max(1, count / 3); i++) {
      Path photo = photos.get(i);
      make(folder, PNG, i, ".png", file -> ImageIO.write(read(photo), "png", file.toFile()));
      int number = i;
      make(
          folder,
          RAW,
          i,
          ".dng",
          file -> Files.write(file, raw(Files.readAllBytes(photo), number)));
    }
    IntStream.range(0, Math.max(1, count / 6))
        .forEach(i -> make(folder, JPEG_48, i, ".jpg", file -> writeFourfold(photos.get(i), file)));
  }

  /** The folders that hold photos. */
  static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }

  private interface Maker {
    void make(Path file) throws IOException;
  }

  private static void make(Path folder, String kind, int number, String ending, Maker maker) {
    Path file =
        folder.resolve(kind).resolve(String.format(Locale.ROOT, "IMG_%05d", number) + ending);
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(folder, "photo", ending);
      maker.make(part);
      Files.move(part, file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot write " + file, e);
    }
  }

  private static BufferedImage read(Path photo) throws IOException {
    return ImageIO.read(photo.toFile());
  }

  /** Four copies beside each other, each mirrored so that they meet. */
  private static void writeFourfold(Path photo, Path file) throws IOException {
    BufferedImage image = read(photo);
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage large = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = large.createGraphics();
    g.drawImage(image, 0, 0, width, height, null);
    g.drawImage(image, 2 * width, 0, -width, height, null);
    g.drawImage(image, 0, 2 * height, width, -height, null);
    g.drawImage(image, 2 * width, 2 * height, -width, -height, null);
    g.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(large, null, null), param);
    } finally {
      writer.dispose();
    }
  }

  /**
   * A DNG file whose first directory is a preview in full size, and whose second is the sensor's.
   */
  private static byte[] raw(byte[] jpeg, int seed) {
    int first = 8;
    int second = first + 2 + 7 * 12 + 4;
    int preview = second + 2 + 6 * 12 + 4;
    ByteBuffer file =
        ByteBuffer.allocate(preview + jpeg.length + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(first).putShort((short) 7);
    entry(file, 254, LONG, 1); // Reduced size.
    entry(file, 256, SHORT, TwelveMegapixel.WIDTH);
    entry(file, 257, SHORT, TwelveMegapixel.HEIGHT);
    entry(file, 330, LONG, second);
    entry(file, 513, LONG, preview);
    entry(file, 514, LONG, jpeg.length);
    file.putShort((short) 50706).putShort((short) BYTES).putInt(4).putInt(0x401); // DNG 1.4
    file.putInt(0).putShort((short) 6);
    entry(file, 254, LONG, 0);
    entry(file, 256, SHORT, TwelveMegapixel.WIDTH);
    entry(file, 257, SHORT, TwelveMegapixel.HEIGHT);
    entry(file, 262, SHORT, 32803); // Samples of a sensor.
    entry(file, 273, LONG, preview + jpeg.length);
    entry(file, 279, LONG, SAMPLES);
    file.putInt(0).put(jpeg);
    byte[] samples = new byte[SAMPLES];
    new SplittableRandom(seed).nextBytes(samples);
    return file.put(samples).array();
  }

  private static void entry(ByteBuffer file, int tag, int type, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }
}
