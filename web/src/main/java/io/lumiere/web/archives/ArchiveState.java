package io.lumiere.web.archives;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An archive of the list, and whether it can be searched. Immutable.
 *
 * @param open null where its index cannot be opened
 * @param problem what a person should know of it
 */
public record ArchiveState(
    ArchiveEntry entry, @Nullable OpenArchive open, Optional<String> problem) {
  /** Whether it can be searched. */
  public boolean isReady() {
    return open != null;
  }
}
