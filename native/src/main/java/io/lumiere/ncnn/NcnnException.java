package io.lumiere.ncnn;

/**
 * A network cannot be loaded or run: its files are damaged or unsupported, an input does not fit
 * it, or ncnn failed. The message names the file, layer or blob and what would be accepted.
 */
public final class NcnnException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A failure that this module found. */
  public NcnnException(String message) {
    super(message);
  }

  /** A failure with the exception that shows its cause. */
  public NcnnException(String message, Throwable cause) {
    super(message, cause);
  }
}
