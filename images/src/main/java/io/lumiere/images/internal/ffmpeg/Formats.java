package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.heif.Colour;
import org.bytedeco.ffmpeg.global.avutil;

/** What FFmpeg calls the ways to store samples. */
final class Formats {
  private Formats() {}

  /**
   * How to read samples that the decoder says are in {@code format}: three planes of a picture in
   * RGB look to a decoder like those of any other.
   *
   * @throws UnsupportedImageException for colours that FFmpeg would get quite wrong
   */
  static int read(int format, Colour colour) {
    return switch (colour.matrix()) {
      case avutil.AVCOL_SPC_RGB -> rgb(format);
      case avutil.AVCOL_SPC_YCGCO, avutil.AVCOL_SPC_YCGCO_RE, avutil.AVCOL_SPC_YCGCO_RO ->
          throw new UnsupportedImageException("its colours are YCgCo, which is not read");
      default -> format;
    };
  }

  private static int rgb(int format) {
    return switch (format) {
      case avutil.AV_PIX_FMT_YUV444P, avutil.AV_PIX_FMT_YUVJ444P -> avutil.AV_PIX_FMT_GBRP;
      case avutil.AV_PIX_FMT_YUV444P10LE -> avutil.AV_PIX_FMT_GBRP10LE;
      case avutil.AV_PIX_FMT_YUV444P12LE -> avutil.AV_PIX_FMT_GBRP12LE;
      default -> format;
    };
  }

  /** Whether the format says that samples take the whole range. */
  static boolean isFullRange(int format) {
    return switch (format) {
      case avutil.AV_PIX_FMT_YUVJ420P,
          avutil.AV_PIX_FMT_YUVJ422P,
          avutil.AV_PIX_FMT_YUVJ440P,
          avutil.AV_PIX_FMT_YUVJ444P ->
          true;
      default -> false;
    };
  }
}
