package io.lumiere.images.internal.ffmpeg;

import io.lumiere.images.internal.heif.CodedImage;
import io.lumiere.images.internal.heif.Sequence;
import io.lumiere.images.internal.pixels.Frames;
import io.lumiere.images.internal.pixels.Samples;
import io.lumiere.images.internal.work.Stop;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Pictures of a HEIC or AVIF sequence; their transparency, which few have, is left out. */
final class HeifFrames implements Frames {
  private final @Nullable Sequence sequence;
  private final Painter painter = new Painter();
  private @Nullable FrameDecoder decoder;
  private int read;
  private boolean firstGiven;

  HeifFrames(@Nullable Sequence sequence) {
    this.sequence = sequence;
  }

  @Override
  public @Nullable Samples next() {
    while (sequence != null && read < sequence.pictures().size()) {
      Stop.check();
      byte[] data = sequence.pictures().get(read++).bytes();
      TilePainter.checkSize(sequence.first(), data);
      AVFrame picture = decoder(sequence.first()).decodeNext(data);
      if (picture != null && firstGiven) {
        return painted(picture, sequence.first());
      }
      firstGiven |= picture != null;
    }
    return null;
  }

  private FrameDecoder decoder(CodedImage image) {
    FrameDecoder open = decoder;
    if (open == null) {
      open = TilePainter.open(image);
      decoder = open;
    }
    return open;
  }

  private Samples painted(AVFrame picture, CodedImage image) {
    Plane plane = new Plane(image.width(), image.height(), 3);
    try {
      painter.paint(picture, image.width(), image.height(), image.colour(), plane, 0, 0);
      return plane;
    } catch (RuntimeException | Error e) {
      plane.close();
      throw e;
    }
  }

  @Override
  public void close() {
    painter.close();
    if (decoder != null) {
      decoder.close();
    }
  }
}
