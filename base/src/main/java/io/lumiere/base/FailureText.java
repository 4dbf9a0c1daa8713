package io.lumiere.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words. The system's own messages are a path alone, or begin with the name of
 * a Java class: both say little to a person who uses the program. Thread-safe.
 */
public final class FailureText {
  private static final int MAX_CAUSES = 20;

  private FailureText() {}

  /** Why a file cannot be used, without its path: the caller names it. */
  public static String reason(IOException failure) {
    if (failure instanceof FileSystemException file) {
      String known = known(file);
      if (known != null) {
        return known;
      }
      if (file.getReason() != null) {
        return file.getReason().equals("File name too long")
            ? "its path is too long for this system: shorten the names of its folders"
            : file.getReason();
      }
    }
    return messageOrName(failure);
  }

  /** The message of a failure that was meant for people, with its causes in words. */
  public static String of(Throwable failure) {
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

  /** A path is a reason only after a colon: elsewhere it is what the message is about. */
  private static String replacedAtEnd(String message, String path, String words) {
    String reason = ": " + path;
    int at = message.lastIndexOf(reason);
    return at < 0
        ? message
        : message.substring(0, at + 2) + words + message.substring(at + reason.length());
  }

  private static String words(Throwable cause) {
    String known =
        cause instanceof FileSystemException file && file.getReason() == null ? known(file) : null;
    return known == null
        ? messageOrName(cause)
        : ((FileSystemException) cause).getFile() + ": " + known;
  }

  private static String messageOrName(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** What the kind of failure means, where Java says it by a class alone. */
  private static @Nullable String known(FileSystemException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "it is not there";
      case NotDirectoryException file -> "it is not a folder";
      case FileAlreadyExistsException there -> "it is there already";
      case DirectoryNotEmptyException full -> "the folder is not empty";
      case FileSystemLoopException loop -> "its links lead in a circle";
      default -> null;
    };
  }
}
