package io.lumiere.ncnn.internal;

/** Says why something is refused; whoever knows the file, layer or blob adds its name. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A reason that starts in lower case and ends without a full stop. */
  public Refusal(String reason) {
    super(reason);
  }

  /** Refuses unless the condition holds; the reason is a format string. */
  @SuppressWarnings("AnnotateFormatMethod") // its annotation is in a library for this alone
  static void unless(boolean condition, String reason, Object... values) {
    if (!condition) {
      throw new Refusal(String.format(java.util.Locale.ROOT, reason, values));
    }
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
