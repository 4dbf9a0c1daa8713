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
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private final Path file;
  private final Path partial;
  private boolean complete;

  PartialFile(Path named) {
    if (Files.isDirectory(named)) {
      throw new LumiereException(named + " is a folder: name a file");
    }
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      throw new LumiereException(named + " is a device or a pipe: name a file");
    }
    this.file = target(named);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new LumiereException("there is no folder " + folder + " to write " + named + " in");
    }
    this.partial =
        folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** Where a link leads, whether that is there or not: the link stays. */
  private static Path target(Path named) {
    Path file = named;
    try {
      for (int links = 0; Files.isSymbolicLink(file); links++) {
        if (links == MOST_LINKS) {
          throw new LumiereException(named + " is a link that leads to no file");
        }
        file = file.resolveSibling(Files.readSymbolicLink(file));
      }
      return file;
    } catch (IOException e) {
      throw new LumiereException(named + " cannot be read: " + e.getMessage(), e);
    }
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
