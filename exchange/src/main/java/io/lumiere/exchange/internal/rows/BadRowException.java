package io.lumiere.exchange.internal.rows;

import org.jspecify.annotations.Nullable;

/** A row that cannot be taken; the message says why, and what would be accepted. */
public final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadRowException(String message) {
    super(message);
  }

  public BadRowException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
