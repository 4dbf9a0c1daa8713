package io.lumiere.images.container;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the segments of a JPEG up to the picture's end, those of damaged files, too. Files that
 * went through many programs have bytes between segments, and lengths that are wrong, of which
 * {@link JpegSegments} believes the most: here the next marker that makes sense is looked for. Used
 * by one thread.
 */
public final class JpegRecovery {
  private static final int LONGEST = 65_533;

  /** Fewer bytes than this between segments are taken for a slip. */
  private static final int MAX_STRAY = 16;

  private static final int MAX_SEGMENTS = 10_000;

  /** What segments begin with that are worth finding within another that is too long. */
  private static final List<String> NAMES =
      List.of("Exif\0\0", "http://ns.adobe.com/xap/1.0/\0", "Photoshop 3.0\0");

  private final ByteView file;
  private final List<JpegSegment> found = new ArrayList<>();
  private long at;
  private boolean isDoubtful;

  /**
   * From here on no marker makes sense, as an earlier search found out. Without it a file of many
   * wrong lengths would be searched to its end for each of them.
   */
  private long barren = Long.MAX_VALUE;

  /** Looks through a file from the start of an image on. */
  public JpegRecovery(ByteView file, long start) {
    this.file = file.bigEndian();
    at = start + 2;
    while (found.size() < MAX_SEGMENTS && next()) {
      // Each call adds what it finds.
    }
  }

  /** The segments between the image's start and its end, without those of scans. */
  public List<JpegSegment> segments() {
    return List.copyOf(found);
  }

  /** Where the picture has ended. */
  public long end() {
    return Math.min(at, file.length());
  }

  /** Takes one step; false at the end. */
  private boolean next() {
    if (at + 2 > file.length()) {
      return false;
    }
    if (!isMarker(at)) {
      return goTo(resume(at));
    }
    int marker = file.u8(at + 1);
    if (marker == 0xff) {
      at++; // Fill bytes may stand before a marker.
    } else if (marker == JpegMarker.END_OF_IMAGE) {
      at += 2;
      // Out of a segment of a wrong length, it was perhaps a thumbnail that ended.
      long next = isDoubtful ? resume(at) : -1;
      isDoubtful = false;
      at = next < 0 ? at : next;
      return next >= 0;
    } else if (JpegMarker.standsAlone(marker)) {
      at += 2;
    } else {
      takeSegment(marker);
    }
    return true;
  }

  /** Goes on at a place, or to the end where there is none. */
  private boolean goTo(long place) {
    at = place < 0 ? file.length() : place;
    return place >= 0;
  }

  private void takeSegment(int marker) {
    long start = at + 4;
    long end = at + 2 + length(at);
    boolean isWhole = end >= start && end + 1 < file.length();
    if (marker == JpegMarker.START_OF_SCAN && isWhole) {
      at = endOfScan(end);
    } else if (isWhole && isMarker(end)) {
      add(marker, start, end);
      at = end;
    } else {
      takeDamaged(marker, start, end, isWhole);
    }
  }

  private void takeDamaged(int marker, long start, long end, boolean isWhole) {
    long within = named(start, Math.min(end, file.length()));
    long next = within >= 0 || !isWhole ? within : resume(end);
    // A block of APP1 knows itself how long it is: bytes after it do no harm.
    boolean isStray = within < 0 && isWhole && next >= 0 && next - end < MAX_STRAY;
    long last = isStray ? (marker == JpegMarker.APP1 ? next : end) : within;
    add(marker, start, last < 0 ? start + LONGEST : last);
    isDoubtful = isDoubtful || !isStray;
    goTo(next < 0 ? resume(start) : next);
  }

  private void add(int marker, long start, long end) {
    long from = Math.min(start, file.length());
    found.add(new JpegSegment(marker, file.slice(from, end - from)));
  }

  private int length(long marker) {
    return marker + 4 > file.length() ? 0 : file.u16(marker + 2);
  }

  private boolean isMarker(long place) {
    if (place + 1 >= file.length() || file.u8(place) != 0xff) {
      return false;
    }
    int second = file.u8(place + 1);
    return second >= 0xc0 || second == 1;
  }

  /** The first marker that is followed by another where its length says; -1 if there is none. */
  private long resume(long from) {
    long last = Math.min(file.length() - 4L, barren);
    for (long i = file.find(0xff, from, last); i >= 0; i = file.find(0xff, i + 1, last)) {
      int marker = file.u8(i + 1);
      boolean hasLength = (marker >= 0xc0 && marker < 0xd0) || marker >= JpegMarker.START_OF_SCAN;
      if (marker != 0xff && hasLength && length(i) >= 2) {
        long end = i + 2 + length(i);
        boolean isScan = marker == JpegMarker.START_OF_SCAN;
        if (isScan ? end < file.length() : isMarker(end)) {
          return i;
        }
      }
    }
    barren = Math.min(barren, from);
    return -1;
  }

  /** Where a segment begins that its content identifies; -1 if there is none. */
  private long named(long from, long to) {
    for (long i = file.find(0xff, from, to); i >= 0; i = file.find(0xff, i + 1, to)) {
      int marker = i + 1 < file.length() ? file.u8(i + 1) : 0;
      if (marker >= JpegMarker.APP0 && marker <= JpegMarker.APP15 && hasName(i + 4)) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasName(long content) {
    for (String name : NAMES) {
      if (file.has(content, name)) {
        return true;
      }
    }
    return false;
  }

  /** The first marker after a scan's data, in which zeros and restarts follow {@code 0xff}. */
  private long endOfScan(long from) {
    for (long i = file.find(0xff, from); i >= 0; i = file.find(0xff, i + 1)) {
      int second = i + 1 < file.length() ? file.u8(i + 1) : 0;
      if (second >= 0xc0 && second != 0xff && (second < 0xd0 || second > 0xd7)) {
        return i;
      }
    }
    return file.length();
  }
}
