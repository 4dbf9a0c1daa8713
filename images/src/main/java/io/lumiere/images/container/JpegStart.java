package io.lumiere.images.container;

/**
 * Where a JPEG begins that does not begin with the file: broken copies and some programs put bytes
 * before it, or between its start and its first segment. Thread-safe.
 */
public final class JpegStart {
  /** What a JPEG begins with, and the first byte of its first segment. */
  public static final String SIGNATURE = "\u00ff\u00d8\u00ff";

  /** Farther than this a JPEG is part of something else. */
  private static final int MOST_BEFORE = 1 << 16;

  /** So many places are tried, as each may take a look at the whole file. */
  private static final int MOST_TRIES = 50;

  private JpegStart() {}

  /** Where a JPEG begins that every program can show; -1 where none begins so near to the start. */
  public static long find(ByteView file) {
    return find(file, 0, true);
  }

  /**
   * The first place after the start of the image from which such a JPEG can be read, without the
   * two bytes of the start; -1 where there is none so near.
   */
  public static long findFirstSegment(ByteView file) {
    return find(file, 2, false);
  }

  private static long find(ByteView file, int from, boolean withStart) {
    long last = Math.min(MOST_BEFORE, file.length() - 4) + 1L;
    int tries = 0;
    for (long at = file.find(0xff, from, last);
        at >= 0 && tries < MOST_TRIES;
        at = file.find(0xff, at + 1, last)) {
      int marker = file.u8(at + 1);
      boolean isPlace =
          withStart ? file.has(at, SIGNATURE) : marker >= 0xc0 && marker != 0xff && marker != 0xd8;
      if (isPlace) {
        tries++;
        JpegFrame frame = JpegFrame.find(new JpegSegments(file, withStart ? at + 2 : at));
        if (frame != null && frame.isCommon()) {
          return at;
        }
      }
    }
    return -1;
  }
}
