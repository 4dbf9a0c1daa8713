package io.lumiere.images.internal.opencv;

import org.jspecify.annotations.Nullable;

/** A C++ exception that OpenCV threw, with its reason in short. */
public final class OpenCvException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String LOCATION = "error: (";

  OpenCvException(RuntimeException thrown) {
    super(reason(thrown.getMessage()), thrown);
  }

  /** Whether memory ran out, which says nothing about the file. */
  public boolean isOutOfMemory() {
    String message = getMessage();
    return message != null
        && (message.contains("Insufficient memory") || message.contains("bad_alloc"));
  }

  // "OpenCV(4.13.0) <source file>:104: error: (-213:<kind>) <reason> in function 'f'"
  private static String reason(@Nullable String message) {
    if (message == null) {
      return "unknown error";
    }
    int from = message.indexOf(LOCATION);
    int to = message.lastIndexOf(" in function");
    if (from < 0) {
      return message.strip();
    }
    return message
        .substring(from + LOCATION.length() - 1, to > from ? to : message.length())
        .strip();
  }
}
