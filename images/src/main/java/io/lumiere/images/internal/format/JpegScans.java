package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegFrame;
import io.lumiere.images.container.JpegMarker;
import io.lumiere.images.container.JpegSegment;
import io.lumiere.images.container.JpegSegments;
import io.lumiere.images.internal.header.ImageHeader;
import java.util.Locale;

/**
 * Bounds the work that a JPEG of many scans is: a decoder goes over all its pixels for each of
 * them, and a scan can have a few bytes. Programs write 10 to 20 scans.
 */
public final class JpegScans {
  /** Pixels times scans: 500 megapixels in 12 scans; such work takes some 10 seconds. */
  static final long MOST_SCANNED = 6_000_000_000L;

  private JpegScans() {}

  /**
   * Does nothing where the work is bearable.
   *
   * @throws UnsupportedImageException if there are too many scans for so many pixels
   */
  public static void check(byte[] file, ImageHeader header) {
    long most = Math.max(1, MOST_SCANNED / Math.max(1, header.pixels()));
    int scans = count(ByteView.of(file));
    if (scans > most) {
      throw new UnsupportedImageException(
          String.format(
              Locale.ROOT,
              "not supported: %d scans of %d x %d pixels; at most %d of that size are read",
              scans,
              header.width(),
              header.height(),
              most));
    }
  }

  /** Whether the first scan has all of the picture, so that it is decoded row by row. */
  public static boolean isInOne(byte[] file) {
    try {
      JpegSegments segments = new JpegSegments(ByteView.of(file));
      int components = -1;
      JpegSegment segment = segments.next();
      while (segment != null && segment.marker() != JpegMarker.START_OF_SCAN) {
        components = JpegMarker.isFrame(segment.marker()) ? sequential(segment) : components;
        segment = segments.next();
      }
      return segment != null && segment.content().u8(0) == components;
    } catch (CorruptImageException e) {
      return false;
    }
  }

  /** How many components a frame has that come in one scan; -1 where they come in several. */
  private static int sequential(JpegSegment segment) {
    JpegFrame frame = JpegFrame.of(segment);
    return frame.isSequential() ? frame.components() : -1;
  }

  /** The scans of the file; 1 at once where the first has all components in all their bits. */
  private static int count(ByteView file) {
    int scans = 0;
    try {
      JpegSegments segments = new JpegSegments(file);
      int sequential = 0;
      for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
        if (segment.marker() == JpegMarker.START_OF_SCAN) {
          scans++;
          if (scans == 1 && segment.content().u8(0) == sequential) {
            return scans;
          }
        } else if (JpegMarker.isFrame(segment.marker())) {
          sequential = sequential(segment);
        }
      }
      return scans;
    } catch (CorruptImageException e) {
      return scans; // It is cut off: what is there counts.
    }
  }
}
