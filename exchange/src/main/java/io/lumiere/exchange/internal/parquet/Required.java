package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What descriptions must state; a value that is not known counts as missing. */
final class Required {
  private Required() {}

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
