package io.lumiere.models.download;

import io.lumiere.base.LumiereException;
import org.jspecify.annotations.Nullable;

/**
 * A file cannot be had over the network from here, now: without a network, without a login, or
 * because it is gone. Brought by hand it would do.
 */
public final class UnavailableException extends LumiereException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
