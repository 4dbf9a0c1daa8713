package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What descriptions must state; a value that is not known counts as missing. */
final class Required {
  private static final Pattern FIELD = Pattern.compile("Required field '(\\w+)'");

  private Required() {}

  /** What the library found missing; it says so in a message with all that is there. */
  static IOException missing(IOException e) {
    Matcher field = FIELD.matcher(String.valueOf(e.getMessage()));
    return new IOException(
        field.find()
            ? "its description lacks " + field.group(1) + ", or names one that is not known"
            : "its description is damaged",
        e);
  }

  /**
   * The value.
   *
   * @param what it is, for messages
   * @throws IOException if there is none
   */
  static <T> T of(@Nullable T value, String what) throws IOException {
    if (value == null) {
      throw new IOException("its description lacks " + what + ", or names one that is not known");
    }
    return value;
  }
}
