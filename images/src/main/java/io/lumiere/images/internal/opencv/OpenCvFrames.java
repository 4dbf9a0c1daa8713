package io.lumiere.images.internal.opencv;

import io.lumiere.images.internal.header.ImageHeader;
import io.lumiere.images.internal.pixels.Frames;
import io.lumiere.images.internal.pixels.Samples;
import io.lumiere.images.internal.work.Stop;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Pictures of a GIF or WebP, a few at a time. */
final class OpenCvFrames implements Frames {
  private static final int FIRST_BATCH = 3;

  private final OpenCv openCv;
  private final byte[] bytes;
  private final ImageHeader header;
  private final int most;
  private final Deque<NativeImage> ready = new ArrayDeque<>();
  private int read = 1;
  private int batch = FIRST_BATCH;

  OpenCvFrames(OpenCv openCv, byte[] bytes, ImageHeader header) {
    this.openCv = openCv;
    this.bytes = bytes;
    this.header = header;
    this.most = Frames.most(header.pixels());
  }

  // OpenCV starts again from the first frame for each batch; batches grow, so this costs little.
  @Override
  public @Nullable Samples next() {
    if (ready.isEmpty() && batch > 0 && read < most) {
      Stop.check();
      int wanted = Math.min(batch, most - read);
      ready.addAll(openCv.decodeFrames(bytes, header.format(), read, wanted));
      read += ready.size();
      batch = ready.size() < wanted ? 0 : 4 * batch;
    }
    return ready.poll();
  }

  @Override
  public void close() {
    ready.forEach(NativeImage::close);
  }
}
