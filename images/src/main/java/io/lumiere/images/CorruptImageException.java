package io.lumiere.images;

/** A file that starts as a supported format does and cannot be decoded. */
public final class CorruptImageException extends ImageException {
  private static final long serialVersionUID = 1L;

  public CorruptImageException(String message) {
    super(message, null);
  }
}
