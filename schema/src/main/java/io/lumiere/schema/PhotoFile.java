package io.lumiere.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The file that a photo was read from. Immutable.
 *
 * @param path relative to the archive's root, {@code /} between folders
 * @param contentHash lower-case hexadecimal SHA-256 of its bytes
 * @param size in bytes
 * @param modified last-modified time; kept to the millisecond
 * @param sidecars tells one state of the files beside the photo that its metadata were read from
 *     from another; null where there are none
 * @param reading how it was read
 */
public record PhotoFile(
    String path,
    String contentHash,
    long size,
    Instant modified,
    @Nullable String sidecars,
    Reading reading) {
  public PhotoFile {
    if (path.isEmpty() || path.startsWith("/")) {
      throw new IllegalArgumentException("path is not relative to the archive: '" + path + "'");
    }
    if (size < 0) {
      throw new IllegalArgumentException("size of " + path + " is negative: " + size);
    }
  }

  /** A file of which it is not known how it was read. */
  public PhotoFile(
      String path, String contentHash, long size, Instant modified, @Nullable String sidecars) {
    this(path, contentHash, size, modified, sidecars, Reading.UNKNOWN);
  }

  /** The same, without sidecars. */
  public PhotoFile(String path, String contentHash, long size, Instant modified) {
    this(path, contentHash, size, modified, null);
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The part of the path before the last {@code /}; empty at the archive's root. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
