package io.lumiere.indexer;

import io.lumiere.indexer.internal.kinds.FileKind;

/** Which files an indexer reads as photos, for others who read some. Thread-safe. */
public final class PhotoFiles {
  /** The largest file that is read, in bytes. */
  public static final long MAX_BYTES = 1L << 30;

  private PhotoFiles() {}

  /** Whether a file of this name is a photo, as far as a name can tell. */
  public static boolean isNamedAsPhoto(String name) {
    return FileKind.of(name).isPhoto();
  }
}
