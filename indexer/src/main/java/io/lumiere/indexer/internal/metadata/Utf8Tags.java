package io.lumiere.indexer.internal.metadata;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * EXIF 3.0 has a type of its own for texts in UTF-8. The library that reads EXIF knows ASCII alone,
 * and readers of texts take that for UTF-8 anyway, so the one type is written in place of the
 * other.
 */
final class Utf8Tags {
  private static final int UTF_8 = 129;
  private static final byte ASCII = 2;
  private static final Set<Integer> POINTERS = Set.of(0x8769, 0x8825, 0xa005);
  private static final int MAX_DIRECTORIES = 10;
  private static final int ENTRY = 12;

  private final byte[] tiff;
  private final ByteView in;
  private final Deque<Long> directories = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();

  private Utf8Tags(byte[] tiff) {
    this.tiff = tiff;
    this.in = TiffFile.inOrder(ByteView.of(tiff), 0);
  }

  /** Changes the types in a block of EXIF. */
  static void toAscii(byte[] tiff) {
    if (TiffFile.isClassic(ByteView.of(tiff)) && tiff.length >= 8) {
      new Utf8Tags(tiff).change();
    }
  }

  private void change() {
    directories.add(in.u32(4));
    while (!directories.isEmpty() && seen.size() < MAX_DIRECTORIES) {
      long at = directories.remove();
      if (at + 2 <= tiff.length && seen.add(at)) {
        change(at + 2, in.u16(at));
      }
    }
  }

  private void change(long first, int count) {
    long end = first + (long) count * ENTRY;
    for (long entry = first; entry < end && entry + ENTRY <= tiff.length; entry += ENTRY) {
      if (in.u16(entry + 2) == UTF_8) {
        int low = (int) entry + 2 + (in.has(0, "II") ? 0 : 1);
        tiff[low] = ASCII;
      } else if (POINTERS.contains(in.u16(entry))) {
        directories.add(in.u32(entry + 8));
      }
    }
    if (end + 4 <= tiff.length) {
      directories.add(in.u32(end));
    }
  }
}
