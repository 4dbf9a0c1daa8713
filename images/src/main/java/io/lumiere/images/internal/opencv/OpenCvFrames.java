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

  /** What the pictures of a batch take at most, unless it is no larger than the first. */
  private static final long BATCH_BYTES = 64 << 20;

  private static final int BYTES_PER_PIXEL = 4;

  /** How many pixels may be decoded, with those that are decoded again for each batch. */
  private static final long MOST_DECODED = 3 * MOST_PIXELS;

  private final OpenCv openCv;
  private final byte[] bytes;
  private final ImageHeader header;
  private final int most;
  private final Deque<NativeImage> ready = new ArrayDeque<>();
  private long decoded;
  private int read = 1;
  private int batch = FIRST_BATCH;

  OpenCvFrames(OpenCv openCv, byte[] bytes, ImageHeader header) {
    this.openCv = openCv;
    this.bytes = bytes;
    this.header = header;
    this.most = Frames.most(header.pixels());
  }

  /** How many pictures of so many pixels are in memory at a time. */
  static int room(long pixels) {
    return Math.clamp(BATCH_BYTES / (BYTES_PER_PIXEL * pixels), FIRST_BATCH, MOST);
  }

  // OpenCV starts again from the first frame for each batch; batches grow, so this costs little.
  @Override
  public @Nullable Samples next() {
    if (ready.isEmpty() && batch > 0 && read < most && decoded < MOST_DECODED) {
      Stop.check();
      int wanted = Math.min(Math.min(batch, room(header.pixels())), most - read);
      ready.addAll(openCv.decodeFrames(bytes, header.format(), read, wanted));
      read += ready.size();
      decoded += read * header.pixels();
      batch = ready.size() < wanted ? 0 : 4 * batch;
    }
    return ready.poll();
  }

  @Override
  public void close() {
    ready.forEach(NativeImage::close);
  }
}
