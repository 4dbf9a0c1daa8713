package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Limits;
import java.io.IOException;
import org.apache.parquet.io.api.Binary;

/** Reads texts from bytes of UTF-8. */
final class Texts {
  /** What invalid bytes become; few texts contain it themselves. */
  private static final char REPLACEMENT = '\ufffd';

  private Texts() {}

  /**
   * The text.
   *
   * @throws IOException if the bytes are not UTF-8, or too many
   */
  static String of(Binary binary) throws IOException {
    if (binary.length() < 0 || binary.length() > Limits.ROW_BYTES) {
      throw new IOException(
          "a text should have " + binary.length() + " bytes, more than " + Limits.ROW_BYTES);
    }
    String text = binary.toStringUsingUTF8();
    if (text.indexOf(REPLACEMENT) >= 0 && !Binary.fromString(text).equals(binary)) {
      throw new IOException("a text is not written in UTF-8");
    }
    return text;
  }
}
