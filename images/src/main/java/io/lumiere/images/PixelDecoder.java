package io.lumiere.images;

import io.lumiere.base.RgbImage;
import io.lumiere.images.internal.ffmpeg.HeifDecoder;
import io.lumiere.images.internal.ffmpeg.StillDecoder;
import io.lumiere.images.internal.format.Signatures;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.jxl.JxlDecoder;
import io.lumiere.images.internal.opencv.Codecs;
import io.lumiere.images.internal.opencv.OpenCvException;
import io.lumiere.images.internal.pixels.Blank;
import io.lumiere.images.internal.pixels.Frames;
import io.lumiere.images.internal.pixels.Orientation;
import io.lumiere.images.internal.pixels.Samples;
import io.lumiere.images.internal.pixels.Shrinker;
import io.lumiere.images.internal.tiff.TiffDecoder;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a file whose header is known to upright pixels: chooses the decoder, and the picture. */
final class PixelDecoder {
  /** Formats of which animations are common, and decoded beyond their first picture. */
  private static final Set<ImageFormat> ANIMATED =
      EnumSet.of(ImageFormat.GIF, ImageFormat.WEBP, ImageFormat.AVIF, ImageFormat.HEIC);

  /** By how much a picture may be larger than the strip or tile that it is: to whole blocks. */
  private static final int PART_PADDING = 63;

  private PixelDecoder() {}

  /**
   * The pixels, upright. Of an animation whose first picture is of one colour it is the first of
   * the next hundred that is not; where all are, or the rest is damaged, the first all the same.
   */
  static RgbImage decode(byte[] bytes, ImageHeader header, int minShortSide) {
    int factor = factor(header.width(), header.height(), minShortSide);
    RgbImage first;
    try (Samples image = samples(bytes, header, factor)) {
      first = upright(image, header, minShortSide);
    }
    if (ANIMATED.contains(header.format()) && Blank.isBlank(first)) {
      RgbImage later = later(bytes, header, minShortSide);
      return later == null ? first : later;
    }
    return first;
  }

  private static @Nullable RgbImage later(byte[] bytes, ImageHeader header, int minShortSide) {
    try (Frames frames = frames(bytes, header)) {
      Samples next = frames.next();
      while (next != null) {
        try (Samples image = next) {
          if (image.width() == header.width() && image.height() == header.height()) {
            RgbImage picture = upright(image, header, minShortSide);
            if (!Blank.isBlank(picture)) {
              return picture;
            }
          }
        }
        next = frames.next();
      }
    } catch (ImageException | OpenCvException e) {
      return null;
    }
    return null;
  }

  private static Frames frames(byte[] bytes, ImageHeader header) {
    return switch (header.format()) {
      case HEIC, AVIF -> HeifDecoder.frames(bytes, header);
      default -> Codecs.frames(bytes, header);
    };
  }

  private static RgbImage upright(Samples image, ImageHeader header, int minShortSide) {
    int left = factor(image.width(), image.height(), minShortSide);
    RgbImage stored = Shrinker.toRgb(image, left);
    return image.upright() ? stored : Orientation.apply(stored, header.orientation());
  }

  private static Samples samples(byte[] bytes, ImageHeader header, int factor) {
    return switch (header.format()) {
      case HEIC, AVIF -> HeifDecoder.decode(bytes);
      case JP2, EXR -> StillDecoder.decode(bytes, header);
      case JXL -> JxlDecoder.decode(bytes, header);
      case TIFF -> TiffDecoder.decode(bytes, header, PixelDecoder::part);
      default -> Codecs.decode(bytes, header, factor);
    };
  }

  /** Decodes a strip or tile of a TIFF that is a picture file. */
  private static Samples part(byte[] bytes, int width, int height) {
    ImageHeader header = Signatures.read(bytes);
    SizeLimits.check(header, bytes);
    if (header.width() > width + PART_PADDING || header.height() > height + PART_PADDING) {
      throw new CorruptImageException("a part of the TIFF is a picture of another size");
    }
    if (header.format() == ImageFormat.TIFF) {
      throw new CorruptImageException("a part of the TIFF is itself a TIFF");
    }
    return samples(bytes, header, 1);
  }

  /** By what a picture's sides are divided, so that the short one is long enough. */
  static int factor(int width, int height, int minShortSide) {
    return (int) Math.max(1, 4L * Math.min(width, height) / (5L * minShortSide));
  }
}
