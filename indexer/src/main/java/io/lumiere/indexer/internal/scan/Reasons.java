package io.lumiere.indexer.internal.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in words what an {@link IOException} means. */
public final class Reasons {
  private Reasons() {}

  /** Why, without the path: the caller has named it. */
  public static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof NoSuchFileException) {
      return "it is not there (any more)";
    } else if (e instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    } else if (e instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason().equals("File name too long")
          ? "its path is too long for this system: shorten the names of its folders"
          : known.getReason();
    }
    @Nullable String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
