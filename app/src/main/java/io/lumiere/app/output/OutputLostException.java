package io.lumiere.app.output;

import java.io.IOException;
import java.util.Locale;

/** Nobody gets what a command prints: there is no use in going on. */
public final class OutputLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isEnough;

  OutputLostException(IOException cause) {
    super("the output cannot be written: " + cause.getMessage(), cause);
    String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    // The system's words, which have this one in most languages.
    this.isEnough = reason.contains("pipe") || reason.contains("reset");
  }

  /**
   * Whether the reader of the output stopped reading, as {@code head} does: that is not an error.
   */
  public boolean isEnough() {
    return isEnough;
  }
}
