package io.lumiere.images.thumbnail;

import io.lumiere.base.RgbImage;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.internal.colour.ToSrgb;
import io.lumiere.images.internal.opencv.JpegEncoder;
import io.lumiere.images.thumbnail.ThumbnailSize.Dimensions;
import java.util.function.BooleanSupplier;

/**
 * Makes a JPEG in sRGB of any photo, upright, without metadata. Colour profiles (ICC) of red, green
 * and blue or of grey are applied; of inks (CMYK) the decoder's colours are taken as they are.
 *
 * <p>Thread-safe. A picture takes its photo's pixels in memory while it is made, so callers bound
 * how many are made at once.
 */
public final class ThumbnailMaker {
  private final ImageDecoder decoder = new ImageDecoder();
  private final ToSrgb toSrgb = new ToSrgb();

  /**
   * A thumbnail.
   *
   * @param file the photo's bytes
   * @param name the photo's name, by which some raw files are known
   * @param stop asked some ten times a second while the photo is decoded; once it says true, that
   *     ends
   * @throws io.lumiere.images.ImageException if the photo cannot be decoded
   * @throws java.util.concurrent.CancellationException if {@code stop} says so, or this thread is
   *     interrupted
   */
  public byte[] jpeg(byte[] file, String name, ThumbnailSize size, BooleanSupplier stop) {
    RgbImage decoded =
        decoder
            .decode(file, name, (width, height) -> size.of(width, height).shortSide(), stop)
            .image();
    return encode(toSrgb.convert(shrunk(decoded, size), file, name), size);
  }

  /** A thumbnail of a picture that is in sRGB. */
  public static byte[] jpeg(RgbImage image, ThumbnailSize size) {
    return encode(shrunk(image, size), size);
  }

  private static RgbImage shrunk(RgbImage image, ThumbnailSize size) {
    Dimensions wanted = size.of(image.width(), image.height());
    return Resizer.shrink(image, wanted.width(), wanted.height());
  }

  private static byte[] encode(RgbImage image, ThumbnailSize size) {
    return JpegEncoder.encode(image, size.quality());
  }
}
