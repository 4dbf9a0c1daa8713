package io.lumiere.indexer.internal.scan;

import io.lumiere.indexer.internal.ignore.IgnoreRules;
import java.nio.file.Path;

/**
 * A folder to be walked.
 *
 * @param file as the walk came to it
 * @param real without links
 * @param path relative to the root
 * @param lossy whether {@code path} cannot be turned back into {@code file}
 * @param rules what the rules of the folders above it ignore in it
 */
record Folder(Path file, Path real, String path, boolean lossy, IgnoreRules rules) {
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What it is called where no link leads to it, and a root is called something, too. */
  String realName() {
    Path name = real.getFileName();
    return name == null ? "" : name.toString();
  }

  /** The path of something in it. */
  String pathOf(String entry) {
    return path.isEmpty() ? entry : path + "/" + entry;
  }

  boolean isRoot() {
    return path.isEmpty();
  }
}
