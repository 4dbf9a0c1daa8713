package io.lumiere.web.archives;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An archive that the gallery knows. Immutable.
 *
 * @param id what programs call it: letters a-z, digits and hyphens
 * @param name what people call it
 * @param index where its photos are searched
 * @param model the model of the index that searches use; null for the index's default
 */
public record ArchiveEntry(String id, String name, SearchedIndex index, @Nullable String model) {
  static final int LONGEST_NAME = 200;

  /** Checks the id and the name. */
  public ArchiveEntry {
    if (!ArchiveIds.isId(id)) {
      throw new IllegalArgumentException("the id \"" + id + "\" of an archive is not one");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of the archive "
              + id
              + " has "
              + name.length()
              + " characters, not 1 to "
              + LONGEST_NAME);
    }
  }

  /** An archive whose index is a directory. */
  public ArchiveEntry(String id, String name, Path index, @Nullable String model) {
    this(id, name, new DirectoryIndex(index), model);
  }

  /** Whether its index is this directory. */
  boolean isAt(Path directory) {
    return index.folder().filter(directory::equals).isPresent();
  }

  ArchiveEntry withModel(@Nullable String newModel) {
    return new ArchiveEntry(id, name, index, newModel);
  }
}
