package io.lumiere.exchange.internal.rows;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import org.jspecify.annotations.Nullable;

/** A row that cannot be imported; the message says why. */
public final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final @Nullable String subject;

  public BadRowException(String message) {
    this(message, null);
  }

  public BadRowException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = Fault.BAD_RECORD;
    this.subject = null;
  }

  /** A row whose {@link Fault} is known. */
  public BadRowException(Fault fault, @Nullable String subject, String message) {
    super(message);
    this.fault = fault;
    this.subject = subject;
  }

  /**
   * The error for a caller that stops at this row.
   *
   * @param message replaces the message of this exception
   */
  public LumiereException ending(String message) {
    return new LumiereException(fault, subject, message, this);
  }
}
