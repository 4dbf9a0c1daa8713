package io.lumiere.images.internal.ffmpeg;

import io.lumiere.base.LumiereException;
import io.lumiere.images.ImageException;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.heif.HeifFile;
import io.lumiere.images.internal.heif.HeifImage;
import io.lumiere.images.internal.heif.Sequence;
import io.lumiere.images.internal.heif.Tiles;
import io.lumiere.images.internal.pixels.Frames;
import io.lumiere.images.internal.pixels.Samples;
import org.jspecify.annotations.Nullable;

/** Decodes HEIC and AVIF. */
public final class HeifDecoder {
  private HeifDecoder() {}

  /**
   * The picture that a file shows, cropped and not yet turned.
   *
   * @throws ImageException if the file is damaged or needs too much memory
   * @throws LumiereException if FFmpeg is not there for this platform
   */
  public static Samples decode(byte[] bytes) {
    HeifImage image = HeifFile.read(bytes);
    try {
      Ffmpeg.load();
      return decode(image);
    } catch (LinkageError e) {
      throw new LumiereException(
          "HEIC and AVIF photos cannot be decoded here: FFmpeg does not load on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /**
   * The pictures of a sequence after the first; none where the file is no sequence, or one of
   * another size: only the picture's was checked against limits of memory.
   */
  public static Frames frames(byte[] bytes, ImageHeader header) {
    Sequence sequence = Sequence.find(bytes, 1 + Frames.most(header.pixels()));
    boolean sameSize =
        sequence != null
            && sequence.first().width() == header.width()
            && sequence.first().height() == header.height();
    return new HeifFrames(sameSize ? sequence : null);
  }

  private static Samples decode(HeifImage image) {
    Plane colour = plane(image.tiles(), 3);
    Plane alpha = null;
    try {
      TilePainter.paint(image.tiles(), colour);
      if (image.alpha() != null) {
        alpha = plane(image.alpha(), 1);
        TilePainter.paint(image.alpha(), alpha);
      }
      return new Canvas(colour, alpha, image);
    } catch (RuntimeException | Error e) {
      close(colour);
      close(alpha);
      throw e;
    }
  }

  private static Plane plane(Tiles tiles, int channels) {
    return new Plane(
        tiles.tileWidth() * tiles.columns(), tiles.tileHeight() * tiles.rows(), channels);
  }

  private static void close(@Nullable Plane plane) {
    if (plane != null) {
      plane.close();
    }
  }
}
