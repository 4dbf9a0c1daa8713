package io.lumiere.images.internal.format;

import io.lumiere.images.CorruptImageException;
import io.lumiere.images.UnsupportedImageException;
import io.lumiere.images.container.ByteView;
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

  private static final int FILL = 0xff;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  private JpegScans() {}

  /**
   * Does nothing where the work is bearable.
   *
   * @throws UnsupportedImageException if there are too many scans for so many pixels
   */
  public static void check(byte[] file, ImageHeader header) {
    long most = Math.max(1, MOST_SCANNED / Math.max(1, header.pixels()));
    // Baseline files have a scan, or one for each colour.
    if (isProgressive(new ByteView(file, false))) {
      int scans = count(file);
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
  }

  /** Whether colours or bits come in several scans, by the frame header and the first scan's. */
  private static boolean isProgressive(ByteView in) {
    try {
      JpegSegments segments = new JpegSegments(in);
      int components = 0;
      while (segments.next()) {
        int marker = segments.marker();
        if (JpegHeader.isFrame(marker)) {
          boolean sequential = marker == 0xc0 || marker == 0xc1 || marker == 0xc9;
          components = sequential ? in.u8(segments.at() + 7) : -1;
        }
      }
      return segments.marker() != SCAN || in.u8(segments.at() + 2) != components;
    } catch (CorruptImageException e) {
      return true; // It is cut off: count what is there.
    }
  }

  /** All scans up to the end of the picture. */
  static int count(byte[] file) {
    int scans = 0;
    int at = 2;
    while (at + 4 <= file.length) {
      int marker = file[at + 1] & 0xff;
      if (file[at] != (byte) FILL || marker <= 1 || marker == FILL) {
        at++;
      } else if (marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
      } else if (marker == END) {
        return scans;
      } else {
        scans += marker == SCAN ? 1 : 0;
        at += 2 + length(file, at + 2);
      }
    }
    return scans;
  }

  private static int length(byte[] file, int at) {
    return Math.max(2, (file[at] & 0xff) << 8 | (file[at + 1] & 0xff));
  }
}
