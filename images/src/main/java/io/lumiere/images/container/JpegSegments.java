package io.lumiere.images.container;

import io.lumiere.images.CorruptImageException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the segments of a JPEG as decoders do (ITU-T T.81, annex B): a segment's length is
 * believed, and what is between segments, as a scan's data is, is passed over. Used by one thread.
 */
public final class JpegSegments {
  private final ByteView in;
  private long next;

  /** Those of a file with the start of an image. */
  public JpegSegments(ByteView file) {
    this(file, 2);
  }

  /** Those from a place on. */
  public JpegSegments(ByteView in, long from) {
    this.in = in.bigEndian();
    this.next = from;
  }

  /**
   * The next segment, a scan's header among them; null at the end of the image.
   *
   * @throws CorruptImageException if the file ends before
   */
  public @Nullable JpegSegment next() {
    int marker;
    do {
      marker = nextMarker();
    } while (JpegMarker.standsAlone(marker));
    if (marker == JpegMarker.END_OF_IMAGE) {
      return null;
    }
    int length = Math.max(2, in.u16(next));
    JpegSegment segment = new JpegSegment(marker, in.slice(next + 2, length - 2L));
    next += length;
    return segment;
  }

  /** As {@link #next}; null also where the first scan begins. */
  public @Nullable JpegSegment nextBeforeScan() {
    JpegSegment segment = next();
    return segment == null || segment.marker() == JpegMarker.START_OF_SCAN ? null : segment;
  }

  private int nextMarker() {
    next = in.find(0xff, next);
    if (next < 0) {
      throw new CorruptImageException("the file ends within its header");
    }
    while (in.u8(next) == 0xff) {
      next++;
    }
    return in.u8(next++);
  }
}
