package io.lumiere.app.output;

import io.lumiere.base.FailureText;
import io.lumiere.base.LumiereException;
import org.jspecify.annotations.Nullable;

/** A failure as the command line says it: in words, and with what helps. Thread-safe. */
public final class FailureLine {
  private FailureLine() {}

  /** The failure's message with its causes in words, and a remedy where there is one. */
  public static String of(Throwable failure) {
    return withRemedy(FailureText.of(failure), failure);
  }

  /** A message about a failure, and what helps. */
  public static String withRemedy(String message, @Nullable Throwable failure) {
    return failure instanceof LumiereException known
        ? Remedies.of(known).map(remedy -> message + ": " + remedy).orElse(message)
        : message;
  }
}
