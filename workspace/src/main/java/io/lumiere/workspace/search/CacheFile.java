package io.lumiere.workspace.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file of the cache: it appears whole or not at all, and where it cannot, nothing is lost. */
final class CacheFile {
  /** Writes what the file is to hold. */
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  private CacheFile() {}

  /** Puts a file in the place of another; false where that cannot be. */
  static boolean replace(Path file, Content content) {
    // Not a temporary file of Java's: only its owner may read those, and the mode would stay.
    Path fresh = file.resolveSibling("cache" + UUID.randomUUID() + ".new");
    try {
      Files.createDirectories(file.getParent());
      content.writeTo(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException | SecurityException e) {
      delete(fresh);
      return false;
    }
  }

  /** Deletes a file, if that can be. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException | SecurityException e) {
      // It is in no one's way, and the next search tries again.
    }
  }
}
