package io.lumiere.indexer;

import io.lumiere.indexer.internal.kinds.FileKind;

/** What names say of files. Thread-safe. */
public final class PhotoNames {
  private PhotoNames() {}

  /** Whether indexing takes a file of this name for a photo without a look into it. */
  public static boolean isPhoto(String name) {
    return FileKind.of(name).isPhoto();
  }
}
