package io.lumiere.indexer.internal.run;

import io.lumiere.base.FailureText;
import io.lumiere.indexer.PhotoFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads whole files. Thread-safe. */
final class FileLoader {
  private final Path root;
  private final String otherSize;
  private final ChangeTimes changes;

  /**
   * A loader.
   *
   * @param root the archive
   * @param otherSize the reason of the failure where a file's size differs from what its task says
   */
  FileLoader(Path root, String otherSize) {
    this.root = root;
    this.otherSize = otherSize;
    this.changes = new ChangeTimes(root);
  }

  /** Refuses a file that can be known to fail without opening it. */
  void check(FileTask task) throws FileFailure {
    if (task.file().size() > PhotoFiles.MAX_BYTES) {
      throw FileFailure.ofContent(
          String.format(
              "it has %,d bytes; at most %,d are read", task.file().size(), PhotoFiles.MAX_BYTES),
          null);
    }
  }

  /** Reads the file once. */
  LoadedFile load(FileTask task) throws FileFailure {
    Path file = task.file().file(root);
    Long changed = changes.of(task.file());
    try {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      if (before.size() != task.file().size()) {
        throw FileFailure.passing(otherSize, null);
      }
      byte[] bytes = read(file, (int) before.size());
      BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
      long modified = before.lastModifiedTime().toMillis();
      if (after.size() != bytes.length || after.lastModifiedTime().toMillis() != modified) {
        throw FileFailure.passing("it changed while it was read; the next run reads it", null);
      }
      return new LoadedFile(task, bytes, modified, changed);
    } catch (IOException e) {
      throw FileFailure.passing("it cannot be read: " + FailureText.reason(e), e);
    } catch (OutOfMemoryError e) {
      throw Memory.failure(e);
    }
  }

  private static byte[] read(Path file, int size) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(size);
    }
  }
}
