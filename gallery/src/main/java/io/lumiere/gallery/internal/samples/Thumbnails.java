package io.lumiere.gallery.internal.samples;

import io.lumiere.gallery.GalleryException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;

/** Small versions of photos, upright. */
public final class Thumbnails {
  private Thumbnails() {}

  /**
   * Reads a photo and shrinks it to fit into the size.
   *
   * @throws GalleryException if it can't be read
   */
  public static BufferedImage of(Path photo, int width, int height) {
    try {
      BufferedImage stored = read(photo, 2 * Math.max(width, height));
      BufferedImage upright = turn(stored, orientation(photo));
      double scale =
          Math.min((double) width / upright.getWidth(), (double) height / upright.getHeight());
      return scaled(upright, Math.min(1, scale));
    } catch (IOException e) {
      throw new GalleryException("can't read " + photo + ": " + e.getMessage(), e);
    }
  }

  /**
   * Decodes every n-th pixel only, so that at least {@code wanted} are left along the long side.
   */
  private static BufferedImage read(Path photo, int wanted) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(photo.toFile())) {
      if (in == null) {
        throw new IOException("no such file");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not an image that Java can read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / wanted);
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  private static int orientation(Path photo) throws IOException {
    if (Imaging.getMetadata(photo.toFile()) instanceof JpegImageMetadata metadata) {
      TiffField field = metadata.findExifValue(TiffTagConstants.TIFF_TAG_ORIENTATION);
      return field == null ? 1 : field.getIntValue();
    }
    return 1;
  }

  /** Turns what was stored with orientation 3, 6 or 8; mirrored ones are not made by cameras. */
  private static BufferedImage turn(BufferedImage stored, int orientation) {
    int quarters =
        switch (orientation) {
          case 6 -> 1;
          case 3 -> 2;
          case 8 -> 3;
          default -> 0;
        };
    if (quarters == 0) {
      return stored;
    }
    boolean swap = quarters % 2 == 1;
    int width = swap ? stored.getHeight() : stored.getWidth();
    int height = swap ? stored.getWidth() : stored.getHeight();
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    transform.quadrantRotate(quarters);
    transform.translate(-stored.getWidth() / 2.0, -stored.getHeight() / 2.0);
    Graphics2D g = upright.createGraphics();
    g.drawImage(stored, transform, null);
    g.dispose();
    return upright;
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    return small;
  }
}
