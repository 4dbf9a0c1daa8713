package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.scan.Companion;
import io.lumiere.indexer.internal.scan.DiskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The times at which the file system last changed a photo's file and the files next to it ("ctime"
 * on Unix). Programs that edit a file and put its size and modification time back cannot put these
 * back. They also change when a file is copied, restored, renamed or linked, or its rights are set:
 * so they only show that the content must be compared. Thread-safe.
 */
final class ChangeTimes {
  private final Path root;
  private final boolean known;

  ChangeTimes(Path root) {
    this.root = root;
    this.known = root.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /**
   * A number that differs between states of the file and its companions; null where the file system
   * has none.
   */
  @Nullable Long of(DiskFile file) {
    if (!known) {
      return null;
    }
    try {
      long state = micros(file.file(root));
      for (Companion companion : file.companions()) {
        state = 31 * state + micros(companion.file());
      }
      return state;
    } catch (IOException e) {
      return null; // The reader of the file reports why it cannot be read.
    }
  }

  private static long micros(Path file) throws IOException {
    return ((FileTime) Files.getAttribute(file, "unix:ctime")).to(TimeUnit.MICROSECONDS);
  }
}
