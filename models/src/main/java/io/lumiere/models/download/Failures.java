package io.lumiere.models.download;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words why a connection failed: the exceptions of the HTTP client often say nothing. */
final class Failures {
  private Failures() {}

  /** What to tell a person. */
  static String words(Throwable failure) {
    String words = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      words = known == null ? words : known; // A cause says more than what it caused.
    }
    if (words != null) {
      return words;
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  /** Whether the host could not be reached at all, as on a machine without a network. */
  static boolean isOffline(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnresolvedAddressException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String known(Throwable cause) {
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "its name cannot be resolved";
    }
    if (cause instanceof HttpTimeoutException) {
      return "it does not answer";
    }
    if (cause instanceof SSLException) {
      return "no secure connection (" + cause.getMessage() + ")";
    }
    return cause instanceof ConnectException ? "it refuses" : null;
  }
}
