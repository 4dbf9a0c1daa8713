package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.heif.Colour;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Converts decoded pictures of any depth and subsampling to 8 bits. Used by one thread. */
final class Painter implements AutoCloseable {
  private static final int FLAGS =
      swscale.SWS_BILINEAR
          | swscale.SWS_FULL_CHR_H_INT
          | swscale.SWS_FULL_CHR_H_INP
          | swscale.SWS_ACCURATE_RND;

  private static final int UNCHANGED = 1 << 16;

  private static final byte[] WIDENED = widened();

  private @Nullable SwsContext context;

  /**
   * Writes the upper left {@code width} x {@code height} pixels of a picture.
   *
   * @param colour of the samples, null where the picture itself says it
   * @param to blue, green and red, perhaps with alpha, or grey
   */
  void paint(
      AVFrame picture, int width, int height, @Nullable Colour colour, Plane to, int x, int y) {
    if (picture.width() < width || picture.height() < height) {
      throw new CorruptImageException(
          String.format(
              "it says that it has %d x %d pixels and holds %d x %d",
              width, height, picture.width(), picture.height()));
    }
    Colour known = colour == null ? own(picture) : colour;
    prepare(Formats.read(picture.format(), known), width, height, known, to.channels());
    try (PointerPointer<BytePointer> target = new PointerPointer<>(1);
        IntPointer stride = new IntPointer(1)) {
      target.put(0, to.at(x, y));
      stride.put(0, to.stride());
      int rows =
          swscale.sws_scale(context, picture.data(), picture.linesize(), 0, height, target, stride);
      if (rows != height) {
        throw new CorruptImageException("its picture cannot be converted");
      }
    }
    if (picture.format() == avutil.AV_PIX_FMT_GRAY8 && !known.fullRange()) {
      widen(to, x, y, width, height);
    }
  }

  // Looks wrong, is intentional: FFmpeg takes grey of 8 bits, and that alone, for full range.
  private static void widen(Plane plane, int x, int y, int width, int height) {
    byte[] row = new byte[width * plane.channels()];
    for (int i = 0; i < height; i++) {
      plane.map(x, y + i, row, WIDENED);
    }
  }

  /** 16 to 235 as 0 to 255. */
  private static byte[] widened() {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.clamp(Math.round((i - 16) * 255 / 219.0), 0, 255);
    }
    return table;
  }

  private void prepare(int from, int width, int height, Colour colour, int channels) {
    int to =
        switch (channels) {
          case 1 -> avutil.AV_PIX_FMT_GRAY8;
          case 4 -> avutil.AV_PIX_FMT_BGRA;
          default -> avutil.AV_PIX_FMT_BGR24;
        };
    context =
        swscale.sws_getCachedContext(
            context,
            width,
            height,
            from,
            width,
            height,
            to,
            FLAGS,
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (context == null) {
      throw new UnsupportedImageException(
          "its samples are stored in a way that is not read here (" + from + ")");
    }
    IntPointer matrix = swscale.sws_getCoefficients(colour.matrix());
    swscale.sws_setColorspaceDetails(
        context, matrix, colour.fullRange() ? 1 : 0, matrix, 1, 0, UNCHANGED, UNCHANGED);
  }

  private static Colour own(AVFrame picture) {
    boolean full =
        picture.color_range() == avutil.AVCOL_RANGE_JPEG || Formats.isFullRange(picture.format());
    return new Colour(picture.colorspace(), full);
  }

  @Override
  public void close() {
    swscale.sws_freeContext(context);
    context = null;
  }
}
