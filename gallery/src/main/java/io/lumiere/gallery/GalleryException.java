package io.lumiere.gallery;

/**
 * The sample archive, or a picture of it, can't be made; the message names the file and the reason.
 */
public final class GalleryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GalleryException(String message) {
    super(message);
  }

  public GalleryException(String message, Throwable cause) {
    super(message, cause);
  }
}
