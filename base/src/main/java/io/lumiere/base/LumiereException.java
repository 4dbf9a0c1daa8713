package io.lumiere.base;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Lumiere throws when something outside the program is wrong: a file, an index, a model. The
 * message names the thing and says what is wrong with it, so that it can be shown to a person as it
 * is; {@link #fault} is for programs. Immutable.
 */
public class LumiereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final @Nullable String subject;

  public LumiereException(String message) {
    this(message, null);
  }

  public LumiereException(String message, @Nullable Throwable cause) {
    this(Fault.OTHER, message, cause);
  }

  public LumiereException(Fault fault, String message) {
    this(fault, message, null);
  }

  public LumiereException(Fault fault, String message, @Nullable Throwable cause) {
    this(fault, null, message, cause);
  }

  /**
   * An exception about something that has a name.
   *
   * @param subject the name, as {@code fault} says
   */
  public LumiereException(
      Fault fault, @Nullable String subject, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.subject = subject;
  }

  /** What this is about. */
  public Fault fault() {
    return fault;
  }

  /** The name that the fault is about, where {@link Fault} says that there is one. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }
}
