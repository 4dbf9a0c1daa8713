package io.lumiere.app.output;

import io.lumiere.base.LumiereException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words. The system's own messages are a path alone, or have the name of a Java
 * class before them: both say little to who uses the program.
 */
public final class FailureText {
  private static final int MAX_CAUSES = 20;

  private FailureText() {}

  /** The message of a failure that was meant for people, with its causes in words, and a remedy. */
  public static String of(Throwable failure) {
    return withRemedy(inWords(failure), failure);
  }

  /** A message about a failure, and what helps. */
  public static String withRemedy(String message, @Nullable Throwable failure) {
    return failure instanceof LumiereException known
        ? Remedies.of(known).map(remedy -> message + ": " + remedy).orElse(message)
        : message;
  }

  private static String inWords(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Throwable cause = failure.getCause();
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      String words = words(cause);
      message = message.replace(cause.toString(), words);
      if (cause instanceof FileSystemException && cause.getMessage() != null) {
        message = replacedAtEnd(message, cause.getMessage(), words);
      }
      cause = cause.getCause();
    }
    return message;
  }

  /** A path is a reason only behind a colon: elsewhere it is what the message is about. */
  private static String replacedAtEnd(String message, String path, String words) {
    String behind = ": " + path;
    int at = message.lastIndexOf(behind);
    return at < 0
        ? message
        : message.substring(0, at + 2) + words + message.substring(at + behind.length());
  }

  private static String words(Throwable cause) {
    if (cause instanceof FileSystemException file && file.getReason() == null) {
      @Nullable String reason = reason(file);
      if (reason != null) {
        return file.getFile() + ": " + reason;
      }
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static @Nullable String reason(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "it is not there";
      case NotDirectoryException file -> "it is no folder";
      case FileAlreadyExistsException there -> "it is there already";
      case DirectoryNotEmptyException full -> "the folder is not empty";
      case FileSystemLoopException loop -> "its links lead in a circle";
      default -> null;
    };
  }
}
