package io.lumiere.indexer.internal.scan;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A photo's file as the walk met it.
 *
 * @param path relative to the archive's root, {@code /} between folders
 * @param oddFile where the file is, if {@code path} cannot be turned back into that because its
 *     bytes are not of the platform's encoding
 * @param size in bytes
 * @param modified milliseconds since the epoch
 */
public record DiskFile(String path, @Nullable Path oddFile, long size, long modified) {

  /** Where the file is. */
  public Path file(Path root) {
    return oddFile == null ? root.resolve(path) : oddFile;
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
