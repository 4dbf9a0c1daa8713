package io.lumiere.images.container;

/** Goes through the segments of a JPEG that come before its first scan (ITU-T T.81, annex B). */
public final class JpegSegments {
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;

  private final ByteView in;
  private long next = 2;
  private long at;
  private int marker;
  private int length;

  public JpegSegments(ByteView in) {
    this.in = in;
  }

  /**
   * Moves to the next segment; false where the first scan, or the end marker, is.
   *
   * @throws io.lumiere.images.CorruptImageException if the file ends before
   */
  public boolean next() {
    do {
      skipToMarker();
    } while (standsAlone(marker));
    at = next;
    if (marker == START_OF_SCAN || marker == END) {
      return false;
    }
    length = Math.max(2, in.u16(at));
    next = at + length;
    return true;
  }

  /** What kind of segment it is: the byte after 0xff. */
  public int marker() {
    return marker;
  }

  /**
   * Where the segment's two bytes of length are; its content follows. Where there is no next
   * segment, the same of the scan's header.
   */
  public long at() {
    return at;
  }

  /** Length of the content together with the two bytes that say the length. */
  public int length() {
    return length;
  }

  // Garbage between segments is skipped, as the decoder does.
  private void skipToMarker() {
    while (in.u8(next) != 0xff) {
      next++;
    }
    while (in.u8(next) == 0xff) {
      next++;
    }
    marker = in.u8(next);
    next++;
  }

  private static boolean standsAlone(int marker) {
    return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
  }
}
