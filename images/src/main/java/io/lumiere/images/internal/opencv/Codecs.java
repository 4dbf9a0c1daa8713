package io.lumiere.images.internal.opencv;

import io.lumiere.base.LumiereException;
import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.pixels.Frames;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is particular to decoding each format by OpenCV. */
public final class Codecs {
  private Codecs() {}

  /**
   * Decodes the pixels as stored; those of a TIFF are turned by its orientation already, which
   * OpenCV does by itself and cannot be told not to.
   *
   * @param factor by which both sides may be divided; of this only a power of two up to 8 is used,
   *     and only for JPEG
   * @throws ImageException if the file is damaged or needs too much memory
   * @throws LumiereException if OpenCV is not there for this platform
   */
  public static NativeImage decode(byte[] bytes, ImageHeader header, int factor) {
    return decode(
        header,
        openCv ->
            switch (header.format()) {
              case JPEG -> jpeg(openCv, bytes, factor);
              case PNG -> openCv.decodeUnchanged(EssentialPng.of(bytes), ImageFormat.PNG, false);
              default -> openCv.decodeUnchanged(bytes, header.format(), false);
            });
  }

  /**
   * Decodes the first image of a TIFF file.
   *
   * @param inverted whether the highest sample is black
   */
  public static NativeImage tiff(byte[] bytes, ImageHeader header, boolean inverted) {
    return decode(header, openCv -> openCv.decodeUnchanged(bytes, ImageFormat.TIFF, inverted));
  }

  /** The pictures of a GIF or WebP after the first; {@link OpenCvException}s may come of it. */
  public static Frames frames(byte[] bytes, ImageHeader header) {
    return new OpenCvFrames(OpenCv.get(), bytes, header);
  }

  private static NativeImage decode(
      ImageHeader header, Function<OpenCv, @Nullable NativeImage> decoder) {
    try {
      NativeImage image = decoder.apply(OpenCv.get());
      if (image == null) {
        throw new CorruptImageException("its " + header.format().label() + " data is damaged");
      }
      return image;
    } catch (LinkageError e) {
      throw new LumiereException(
          "photos cannot be decoded here: OpenCV does not load on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + rootMessage(e),
          e);
    } catch (OpenCvException e) {
      if (e.isOutOfMemory()) {
        throw new PassingImageException(
            "its " + header.width() + " x " + header.height() + " pixels take too much memory");
      }
      throw new CorruptImageException("it cannot be decoded: " + e.getMessage());
    }
  }

  /** By what the sides of a JPEG are divided while it is decoded, of a factor that is allowed. */
  public static int jpegReduction(int factor) {
    return Math.min(Integer.highestOneBit(factor), OpenCv.MAX_JPEG_REDUCTION);
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static @Nullable NativeImage jpeg(OpenCv openCv, byte[] bytes, int factor) {
    int reduction = jpegReduction(factor);
    NativeImage image = openCv.decodeJpeg(bytes, reduction);
    return image == null ? cutOffJpeg(openCv, bytes, reduction) : image;
  }

  private static @Nullable NativeImage cutOffJpeg(OpenCv openCv, byte[] bytes, int reduction) {
    NativeImage image = openCv.decodeJpeg(CutOffJpeg.ended(bytes), reduction);
    if (image == null) {
      return null;
    }
    int missing = CutOffJpeg.missingRows(image);
    if (missing > image.height() / 4) {
      int percent = Math.round(100f * missing / image.height());
      image.close();
      throw new CorruptImageException("it is cut off: " + percent + "% of its rows are missing");
    }
    return image;
  }
}
