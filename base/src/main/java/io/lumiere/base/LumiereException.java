package io.lumiere.base;

import org.jspecify.annotations.Nullable;

/**
 * What Lumiere throws when something outside the program is wrong: a file, an index, a model. The
 * message names the thing, says what is wrong with it and what would be accepted, so that it can be
 * shown to a person as it is.
 */
public class LumiereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LumiereException(String message) {
    super(message);
  }

  public LumiereException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
