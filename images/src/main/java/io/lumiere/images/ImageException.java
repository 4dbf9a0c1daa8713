package io.lumiere.images;

import io.lumiere.base.LumiereException;
import org.jspecify.annotations.Nullable;

/** An image that cannot be had from its file. The message says why; it does not name the file. */
public abstract class ImageException extends LumiereException {
  private static final long serialVersionUID = 1L;

  ImageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
