package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that gets its name only when it is complete; until then it has another name in the same
 * folder. For one thread.
 */
final class PartialFile implements AutoCloseable {
  private final Path file;
  private final Path partial;
  private boolean complete;

  PartialFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new LumiereException(file + " is a folder: name a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new LumiereException("there is no folder " + folder + " to write " + file + " in");
    }
    this.file = file;
    this.partial =
        folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** Where to write. */
  Path path() {
    return partial;
  }

  /** Gives the file its name, in the place of one that had it. */
  void complete() throws IOException {
    try {
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }
    complete = true;
  }

  /** Removes what is not complete. */
  @Override
  public void close() {
    try {
      if (!complete) {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      // The error that ended the run is reported; a leftover file that nothing reads does no harm.
    }
  }
}
