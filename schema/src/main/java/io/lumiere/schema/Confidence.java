package io.lumiere.schema;

import java.util.Locale;

/** How far a date is to be believed. Immutable. */
public enum Confidence {
  /** The camera wrote it when it took the photo. */
  HIGH,
  /** A program or a person wrote it, into the file, beside it or into its name. */
  MEDIUM,
  /** It is of something else that was likely near: a folder, a change, a copy. */
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
