package io.lumiere.schema;

import java.util.Locale;

/** How reliable a date is. Immutable. */
public enum Confidence {
  /** The camera wrote it when it took the photo. */
  HIGH,
  /** A program or a person wrote it, into the file, next to it or into its name. */
  MEDIUM,
  /** It dates something else that was likely close in time: a folder, a change, a copy. */
  LOW;

  /** As the index has it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reverse of {@link #keyword}. */
  static Confidence of(String keyword) {
    return valueOf(keyword.toUpperCase(Locale.ROOT));
  }
}
