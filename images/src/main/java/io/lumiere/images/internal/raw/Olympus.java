package io.lumiere.images.internal.raw;

import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.TiffDirectory;
import io.lumiere.images.container.TiffDirectory.Field;
import io.lumiere.images.container.TiffFile;
import io.lumiere.images.container.TiffTag;

/**
 * ORF files have their preview in the maker's note: a directory of its own, whose entry "camera
 * settings" is another one, which points to a JPEG.
 */
final class Olympus {
  private static final int CAMERA_SETTINGS = 0x2020;
  private static final int PREVIEW = 0x0101;
  private static final int PREVIEW_LENGTH = 0x0102;

  private Olympus() {}

  static void read(ByteView file, TiffDirectory exif, Candidates candidates) {
    Field note = exif.find(TiffTag.MAKER_NOTE);
    if (note == null || note.at() > file.length()) {
      return;
    }
    if (file.has(note.at(), "OLYMPUS\0")) {
      read(ownBytes(file, note.at(), 8), 12, candidates);
    } else if (file.has(note.at(), "OM SYSTEM\0")) {
      read(ownBytes(file, note.at(), 12), 16, candidates);
    } else if (file.has(note.at(), "OLYMP\0")) {
      read(file, note.at() + 8, candidates);
    }
  }

  /** The note as a file of its own, from which its offsets count. */
  private static ByteView ownBytes(ByteView file, long at, long order) {
    return TiffFile.inOrder(file.from(at), order);
  }

  private static void read(ByteView base, long at, Candidates candidates) {
    TiffFile file = new TiffFile(base, false);
    TiffDirectory note = file.directory(at);
    Field settings = note.find(CAMERA_SETTINGS);
    if (settings == null) {
      return;
    }
    boolean isPointer = settings.count() == 1;
    TiffDirectory inner =
        file.directory(isPointer ? note.number(CAMERA_SETTINGS, 0) : settings.at());
    candidates.offer(base, inner.number(PREVIEW, 0), inner.number(PREVIEW_LENGTH, 0));
  }
}
