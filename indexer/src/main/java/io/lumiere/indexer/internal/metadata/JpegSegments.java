package io.lumiere.indexer.internal.metadata;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the segments of a JPEG file (ITU-T T.81, annex B) up to the picture's end. Files that went
 * through many programs have bytes before the picture or between segments, and lengths that are
 * wrong: the next marker that makes sense is looked for.
 */
final class JpegSegments {
  static final int APP0 = 0xe0;
  static final int APP1 = 0xe1;
  static final int APP15 = 0xef;
  static final int COMMENT = 0xfe;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int LONGEST = 65_533;

  /** How far into a file the start of the picture is looked for. */
  private static final int MAX_BEFORE = 1 << 16;

  /** Fewer bytes than this between segments are taken for a slip. */
  private static final int MAX_STRAY = 16;

  private static final int MAX_SEGMENTS = 10_000;

  /** What segments begin with that are worth finding within another that is too long. */
  private static final List<String> NAMES =
      List.of("Exif\0\0", "http://ns.adobe.com/xap/1.0/\0", "Photoshop 3.0\0");

  /**
   * A segment.
   *
   * @param marker its second byte
   * @param start of its content
   * @param end where its content has ended
   */
  record Segment(int marker, int start, int end) {}

  private final byte[] bytes;
  private final List<Segment> found = new ArrayList<>();
  private int at;
  private boolean isDoubtful;

  /**
   * From here on no marker makes sense, as an earlier search found out. Without it a file of many
   * wrong lengths would be searched to its end for each of them.
   */
  private int barren = Integer.MAX_VALUE;

  /** The segments of a file with the start of an image. */
  JpegSegments(byte[] bytes) {
    this.bytes = bytes;
    at = start(bytes) + 2;
    while (found.size() < MAX_SEGMENTS && next()) {
      // Each call adds what it finds.
    }
  }

  /** Where the image starts; -1 where none does. */
  static int start(byte[] bytes) {
    if (Blocks.starts(bytes, 0xff, START_OF_IMAGE)) {
      return 0;
    }
    int end = Math.min(bytes.length - 3, MAX_BEFORE);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == (byte) 0xff
          && bytes[i + 1] == (byte) START_OF_IMAGE
          && bytes[i + 2] == (byte) 0xff) {
        return i;
      }
    }
    return -1;
  }

  List<Segment> list() {
    return found;
  }

  /** Where the picture has ended. */
  int end() {
    return Math.min(at, bytes.length);
  }

  /** Takes one step; false at the end. */
  private boolean next() {
    if (at + 2 > bytes.length) {
      return false;
    }
    if (!isMarker(at)) {
      int next = resume(at);
      at = next < 0 ? bytes.length : next;
      return next >= 0;
    }
    int marker = bytes[at + 1] & 0xff;
    if (marker == 0xff) {
      at++; // Fill bytes may stand before a marker.
    } else if (marker == END_OF_IMAGE) {
      at += 2;
      // Out of a segment of a wrong length, it was perhaps a thumbnail that ended.
      int next = isDoubtful ? resume(at) : -1;
      isDoubtful = false;
      at = next < 0 ? at : next;
      return next >= 0;
    } else if ((marker <= START_OF_IMAGE && marker >= 0xd0) || marker == 1) {
      at += 2;
    } else {
      takeSegment(marker);
    }
    return true;
  }

  private void takeSegment(int marker) {
    int start = at + 4;
    int end = at + 2 + length(at);
    boolean isWhole = end >= start && end + 1 < bytes.length;
    if (marker == START_OF_SCAN && isWhole) {
      at = endOfScan(end);
      return;
    }
    if (isWhole && isMarker(end)) {
      found.add(new Segment(marker, start, end));
      at = end;
      return;
    }
    int within = named(start, Math.min(end, bytes.length));
    int next = within >= 0 || !isWhole ? within : resume(end);
    // A block of APP1 knows itself how long it is: bytes after it do no harm.
    boolean isStray = within < 0 && isWhole && next >= 0 && next - end < MAX_STRAY;
    int last = isStray ? (marker == APP1 ? next : end) : within;
    last = last < 0 ? Math.min(bytes.length, start + LONGEST) : last;
    found.add(new Segment(marker, Math.min(start, bytes.length), Math.max(start, last)));
    isDoubtful = isDoubtful || !isStray;
    if (next < 0) {
      next = resume(start);
    }
    at = next < 0 ? bytes.length : next;
  }

  private int length(int marker) {
    return marker + 4 > bytes.length
        ? 0
        : (bytes[marker + 2] & 0xff) << 8 | (bytes[marker + 3] & 0xff);
  }

  private boolean isMarker(int place) {
    int second = place + 1 < bytes.length ? bytes[place + 1] & 0xff : 0;
    return place + 1 < bytes.length
        && bytes[place] == (byte) 0xff
        && (second >= 0xc0 || second == 1);
  }

  /** The first marker that is followed by another where its length says; -1 if there is none. */
  private int resume(int from) {
    int last = Math.min(bytes.length - 4, barren);
    for (int i = Math.max(0, from); i < last; i++) {
      if (bytes[i] != (byte) 0xff) {
        continue;
      }
      int marker = bytes[i + 1] & 0xff;
      boolean hasLength = (marker >= 0xc0 && marker < 0xd0) || marker >= START_OF_SCAN;
      if (marker != 0xff && hasLength && length(i) >= 2) {
        int end = i + 2 + length(i);
        if (marker == START_OF_SCAN ? end < bytes.length : isMarker(end)) {
          return i;
        }
      }
    }
    barren = Math.min(barren, Math.max(0, from));
    return -1;
  }

  /** Where a segment begins that its content tells; -1 if none does. */
  private int named(int from, int to) {
    for (int i = from; i < to && i + 1 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xff
          && (bytes[i + 1] & 0xff) >= APP0
          && (bytes[i + 1] & 0xff) <= APP15) {
        for (String name : NAMES) {
          if (Blocks.startsAt(bytes, i + 4, name)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /** The first marker after a scan's data, in which zeros and restarts follow {@code 0xff}. */
  private int endOfScan(int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xff) {
        int second = bytes[i + 1] & 0xff;
        if (second >= 0xc0 && second != 0xff && (second < 0xd0 || second > 0xd7)) {
          return i;
        }
      }
    }
    return bytes.length;
  }
}
