package io.lumiere.images;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;

/**
 * Image files made in memory. The motif of most is four quarters, red, green, blue and yellow from
 * the upper left, in which every way to turn it shows.
 */
public final class TestImages {
  public static final int RED = 0xff0000;
  public static final int GREEN = 0x00ff00;
  public static final int BLUE = 0x0000ff;
  public static final int YELLOW = 0xffff00;

  private TestImages() {}

  /** The four quarters. */
  public static BufferedImage quarters(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, quarter(x, y, width, height));
      }
    }
    return image;
  }

  static int quarter(int x, int y, int width, int height) {
    boolean right = 2 * x >= width;
    return 2 * y < height ? (right ? GREEN : RED) : (right ? YELLOW : BLUE);
  }

  /** The quarters in a palette. */
  public static BufferedImage indexed() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_INDEXED);
    image.createGraphics().drawImage(quarters(64, 48), 0, 0, null);
    return image;
  }

  /** White on the left, black on the right, a bit each. */
  static BufferedImage blackAndWhite() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_BINARY);
    image.createGraphics().fillRect(0, 0, 32, 48);
    return image;
  }

  /** Black on the left, light grey (200 of 255) on the right, in 8 or 16 bits. */
  static BufferedImage grey(int type) {
    BufferedImage image = new BufferedImage(64, 48, type);
    int light = type == BufferedImage.TYPE_BYTE_GRAY ? 200 : 200 * 257;
    for (int i = 0; i < 64 * 48; i++) {
      image.getRaster().setSample(i % 64, i / 64, 0, i % 64 < 32 ? 0 : light);
    }
    return image;
  }

  /** The quarters; on the left clear above and half clear below. */
  static BufferedImage layered() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64 * 48; i++) {
      int alpha = i % 64 < 32 ? (i / 64 < 24 ? 0 : 128) : 255;
      image.setRGB(i % 64, i / 64, alpha << 24 | quarter(i % 64, i / 64, 64, 48));
    }
    return image;
  }

  /** Something like a photo: soft shapes and grain. */
  public static BufferedImage scene(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grain = random.nextInt(16);
        int red = wave(x * 0.013 + y * 0.004) + grain;
        int green = wave(x * 0.007 - y * 0.011 + 1) + grain;
        int blue = wave(y * 0.017 + 2) + grain;
        image.setRGB(x, y, (red << 16) | (green << 8) | blue);
      }
    }
    return image;
  }

  private static int wave(double phase) {
    return (int) (120 + 115 * Math.sin(phase));
  }

  /** JPEG of quality 0.95 or so. */
  public static byte[] jpeg(BufferedImage image, boolean progressive) {
    return write("jpeg", image, progressive);
  }

  /** PNG, GIF, BMP or TIFF by Java's own writer. */
  public static byte[] file(String format, BufferedImage image) {
    return write(format, image, false);
  }

  private static byte[] write(String format, BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try {
      return write(writer, image, progressive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private static byte[] write(ImageWriter writer, BufferedImage image, boolean progressive)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    if (writer.getOriginatingProvider().getFormatNames()[0].equalsIgnoreCase("jpg")) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.95f);
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return bytes.toByteArray();
  }

  /** A GIF that shows first the one, then the other. */
  public static byte[] animatedGif(BufferedImage first, BufferedImage second) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : new BufferedImage[] {first, second}) {
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The first bytes of a file. */
  public static byte[] cutOff(byte[] file, double share) {
    return Arrays.copyOf(file, (int) (file.length * share));
  }

  /** Four components, inverted as Adobe's programs write them and their marker says. */
  public static byte[] cmykJpeg(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(x, y);
        raster.setPixel(x, y, new int[] {(rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, 255});
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    byte[] adobe = TestExif.concat(TestExif.ascii("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0});
    return TestExif.insert(bytes.toByteArray(), 2, TestExif.jpegSegment(0xee, adobe));
  }
}
