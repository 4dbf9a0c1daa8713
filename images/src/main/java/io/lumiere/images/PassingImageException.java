package io.lumiere.images;

/**
 * A photo that cannot be decoded for what is missing outside its file, such as memory or a library:
 * another day it may be.
 */
public final class PassingImageException extends ImageException {
  private static final long serialVersionUID = 1L;

  public PassingImageException(String message) {
    super(message, null);
  }
}
