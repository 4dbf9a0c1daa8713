package io.lumiere.images.internal.raw;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffDirectory.Field;

/** What RW2 files, which Leica writes too, have in their first directory. */
final class Panasonic {
  private static final int TOP = 4;
  private static final int LEFT = 5;
  private static final int BOTTOM = 6;
  private static final int RIGHT = 7;
  private static final int[] JPEGS = {0x002e, 0x0127};

  private Panasonic() {}

  static void read(ByteView file, TiffDirectory first, Candidates candidates) {
    if (!file.has(0, "IIU\0")) {
      return;
    }
    candidates.size(
        first.number(RIGHT, 0) - first.number(LEFT, 0),
        first.number(BOTTOM, 0) - first.number(TOP, 0));
    for (int tag : JPEGS) {
      Field field = first.find(tag);
      if (field != null) {
        candidates.offer(file, field.at(), field.count());
      }
    }
  }
}
