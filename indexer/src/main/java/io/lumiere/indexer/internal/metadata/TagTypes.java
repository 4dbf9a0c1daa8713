package io.lumiere.indexer.internal.metadata;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Changes types of tags that the library which reads EXIF does not know, or takes at their word:
 * texts in UTF-8, for which EXIF 3.0 has a type of its own, are read as ASCII, which readers of
 * texts take for UTF-8 anyway; and comments that are called ASCII are data, since a zero in them
 * ends the name of their encoding and not the text.
 */
final class TagTypes {
  private static final int UTF_8 = 129;
  private static final int ASCII = 2;
  private static final int UNDEFINED = 7;
  private static final int USER_COMMENT = 0x9286;
  private static final Set<Integer> POINTERS = Set.of(0x8769, 0x8825, 0xa005);
  private static final int MAX_DIRECTORIES = 10;
  private static final int ENTRY = 12;

  private final byte[] tiff;
  private final ByteView in;
  private final Deque<Long> directories = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();

  private TagTypes(byte[] tiff) {
    this.tiff = tiff;
    this.in = TiffFile.inOrder(ByteView.of(tiff), 0);
  }

  /** Changes a block of EXIF. */
  static void correct(byte[] tiff) {
    if (TiffFile.isClassic(ByteView.of(tiff)) && tiff.length >= 8) {
      new TagTypes(tiff).change();
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
      int type = in.u16(entry + 2);
      boolean isComment = in.u16(entry) == USER_COMMENT;
      if (type == UTF_8 || (type == ASCII && isComment)) {
        int low = (int) entry + 2 + (in.has(0, "II") ? 0 : 1);
        tiff[low] = (byte) (isComment ? UNDEFINED : ASCII);
      } else if (POINTERS.contains(in.u16(entry))) {
        directories.add(in.u32(entry + 8));
      }
    }
    if (end + 4 <= tiff.length) {
      directories.add(in.u32(end));
    }
  }
}
