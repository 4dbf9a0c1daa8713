package io.lumiere.indexer.internal.scan;

import io.lumiere.base.Sha256;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A photo's file as the walk found it.
 *
 * @param path relative to the archive's root, {@code /} between folders
 * @param oddFile where the file is, if {@code path} cannot be turned back into that because its
 *     bytes are not of the platform's encoding
 * @param size in bytes
 * @param modified milliseconds since the epoch
 * @param companions files next to it that say something about it, the most specific first
 */
public record DiskFile(
    String path, @Nullable Path oddFile, long size, long modified, List<Companion> companions) {
  private static final int STATE_DIGITS = 16;

  /** A photo without companions. */
  public DiskFile(String path, @Nullable Path oddFile, long size, long modified) {
    this(path, oddFile, size, modified, List.of());
  }

  DiskFile withCompanions(List<Companion> files) {
    return new DiskFile(path, oddFile, size, modified, files);
  }

  /** Where the file is. */
  public Path file(Path root) {
    return oddFile == null ? root.resolve(path) : oddFile;
  }

  /** The part of the path after the last {@code /}. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * A text that differs between states of the companions: it is made of their names, sizes and
   * times; null where there are none.
   */
  public @Nullable String companionState() {
    if (companions.isEmpty()) {
      return null;
    }
    StringBuilder state = new StringBuilder();
    companions.forEach(file ->
        state
            .append(file.name())
            .append('\0')
            .append(file.size())
            .append('\0')
            .append(file.modified())
            .append('\n'));
    return Sha256.of(state.toString()).substring(0, STATE_DIGITS);
  }
}
