package io.lumiere.exchange.internal.rows;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import org.jspecify.annotations.Nullable;

/** A row that cannot be imported; the message says why. */
public final class BadRowException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Messages repeat texts of the row, which may have megabytes. */
  private static final int LONGEST = 2_000;

  private static final int SHOWN_OF_END = 500;

  private final Fault fault;
  private final @Nullable String subject;

  public BadRowException(String message) {
    this(message, null);
  }

  public BadRowException(String message, @Nullable Throwable cause) {
    super(shortened(message), cause);
    this.fault = Fault.BAD_RECORD;
    this.subject = null;
  }

  /** A row whose {@link Fault} is known. */
  public BadRowException(Fault fault, @Nullable String subject, String message) {
    super(shortened(message));
    this.fault = fault;
    this.subject = subject;
  }

  /** A message of which only the beginning and the end are left where it is very long. */
  public static String shortened(String message) {
    return message.length() <= LONGEST
        ? message
        : message.substring(0, LONGEST - SHOWN_OF_END)
            + " ... "
            + message.substring(message.length() - SHOWN_OF_END);
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
