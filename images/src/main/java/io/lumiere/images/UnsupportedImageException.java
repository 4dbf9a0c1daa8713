package io.lumiere.images;

/** A file of a format that is not read here, or with more pixels than are accepted. */
public final class UnsupportedImageException extends ImageException {
  private static final long serialVersionUID = 1L;

  public UnsupportedImageException(String message) {
    super(message, null);
  }
}
