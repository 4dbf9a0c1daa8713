package io.lumiere.images.internal.ffmpeg;

import io.lumiere.base.LumiereException;
import io.lumiere.images.CorruptImageException;
import io.lumiere.images.ImageException;
import io.lumiere.images.internal.header.ImageFormat;
import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.heif.Colour;
import io.lumiere.images.internal.pixels.Samples;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** Decodes JPEG 2000 and OpenEXR, whose files FFmpeg's decoders take whole. */
public final class StillDecoder {
  /** Samples of JPEG 2000 take their whole range; those of sYCC are BT.601's. */
  private static final Colour WHOLE_RANGE = new Colour(avutil.AVCOL_SPC_SMPTE170M, true);

  private StillDecoder() {}

  /**
   * The picture: of JPEG 2000 in bytes, of OpenEXR in linear light.
   *
   * @throws ImageException if the file is damaged or of a kind that FFmpeg does not read
   * @throws LumiereException if FFmpeg is not there for this platform
   */
  public static Samples decode(byte[] bytes, ImageHeader header) {
    try {
      Ffmpeg.load();
      boolean exr = header.format() == ImageFormat.EXR;
      byte[] file = exr ? ExrFile.forFfmpeg(bytes) : bytes;
      String name = exr ? "exr" : "jpeg2000";
      try (FrameDecoder decoder = new FrameDecoder(name, new byte[0], maxPixels(header))) {
        AVFrame picture = decoder.decode(file);
        if (picture.width() != header.width() || picture.height() != header.height()) {
          throw new CorruptImageException("it gives two sizes");
        }
        return samples(picture);
      }
    } catch (LinkageError e) {
      throw new LumiereException(
          "JPEG 2000 and OpenEXR photos cannot be decoded here: FFmpeg does not load: "
              + e.getMessage(),
          e);
    }
  }

  /** Room for the groups that FFmpeg pads rows and columns to. */
  private static long maxPixels(ImageHeader header) {
    return (header.width() + 128L) * (header.height() + 128L);
  }

  private static Samples samples(AVFrame picture) {
    AVPixFmtDescriptor format = avutil.av_pix_fmt_desc_get(picture.format());
    if ((format.flags() & avutil.AV_PIX_FMT_FLAG_FLOAT) != 0) {
      return new FloatPicture(picture, format);
    }
    boolean alpha = (format.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    Plane plane = new Plane(picture.width(), picture.height(), alpha ? 4 : 3);
    try (Painter painter = new Painter()) {
      painter.paint(picture, picture.width(), picture.height(), WHOLE_RANGE, plane, 0, 0);
      return plane;
    } catch (RuntimeException | Error e) {
      plane.close();
      throw e;
    }
  }
}
