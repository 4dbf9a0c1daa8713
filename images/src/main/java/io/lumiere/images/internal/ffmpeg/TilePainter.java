package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.internal.heif.Av1Sequence;
import io.lumiere.images.internal.heif.Codec;
import io.lumiere.images.internal.heif.CodedImage;
import io.lumiere.images.internal.heif.Colour;
import io.lumiere.images.internal.heif.Tiles;
import io.lumiere.images.internal.work.Stop;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Decodes tiles one after the other to where they belong. Used by one thread. */
final class TilePainter implements AutoCloseable {
  /** Coded pictures are larger than shown ones: by what makes whole blocks. */
  private static final int LARGEST_BLOCK = 128;

  /** A picture of AV1 can be made of hidden ones; encoders make a few layers of it, if any. */
  private static final int MOST_FRAMES = 32;

  private final Plane to;
  private final Painter painter = new Painter();
  private @Nullable FrameDecoder decoder;
  private byte[] configuration = new byte[0];

  private TilePainter(Plane to) {
    this.to = to;
  }

  /**
   * Decodes all of them.
   *
   * @param to of the size of all tiles; of three channels, or of one for transparency
   */
  static void paint(Tiles tiles, Plane to) {
    try (TilePainter painter = new TilePainter(to)) {
      for (int i = 0; i < tiles.images().size(); i++) {
        Stop.check();
        painter.paint(
            tiles.images().get(i),
            i % tiles.columns() * tiles.tileWidth(),
            i / tiles.columns() * tiles.tileHeight());
      }
    }
  }

  private void paint(CodedImage image, int x, int y) {
    byte[] data = image.data().bytes();
    checkSize(image, data);
    AVFrame picture = decoder(image).decode(data);
    painter.paint(picture, image.width(), image.height(), colour(image), to, x, y);
  }

  /** The transparency's samples are not colours; HEVC encoders leave unsaid that they are whole. */
  private @Nullable Colour colour(CodedImage image) {
    boolean isAlpha = to.channels() == 1;
    return isAlpha && image.codec() == Codec.HEVC ? new Colour(2, true) : image.colour();
  }

  private static long maxPixels(CodedImage image) {
    return (image.width() + (long) LARGEST_BLOCK) * (image.height() + (long) LARGEST_BLOCK);
  }

  static void checkSize(CodedImage image, byte[] data) {
    if (image.codec() != Codec.AV1) {
      return;
    }
    Av1Sequence.Extent extent = Av1Sequence.extent(data);
    if (extent.pixels() > maxPixels(image)) {
      throw new CorruptImageException(
          String.format(
              Locale.ROOT,
              "it says that it has %d x %d pixels and holds more",
              image.width(),
              image.height()));
    }
    if (extent.frames() > MOST_FRAMES) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: %d coded pictures for one; at most %d are read",
              extent.frames(),
              MOST_FRAMES));
    }
  }

  private FrameDecoder decoder(CodedImage image) {
    FrameDecoder last = decoder;
    if (last != null && Arrays.equals(configuration, image.configuration())) {
      return last;
    }
    close();
    configuration = image.configuration();
    FrameDecoder made = open(image);
    decoder = made;
    return made;
  }

  /** A decoder for such pictures. */
  static FrameDecoder open(CodedImage image) {
    return switch (image.codec()) {
      case HEVC -> new FrameDecoder("hevc", image.configuration(), maxPixels(image));
      case AV1 -> new FrameDecoder("libaom-av1", new byte[0], maxPixels(image));
    };
  }

  @Override
  public void close() {
    painter.close();
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
  }
}
