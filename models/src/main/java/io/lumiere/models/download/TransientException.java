package io.lumiere.models.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An attempt failed in a way that the next one may not. */
final class TransientException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Duration retryAfter;

  TransientException(String message, Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the server asks to wait. */
  Duration retryAfter() {
    return retryAfter;
  }
}
