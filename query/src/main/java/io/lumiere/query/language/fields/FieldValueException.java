package io.lumiere.query.language.fields;

import org.jspecify.annotations.Nullable;

/** A value that a field cannot have; the message says what is wrong. */
public final class FieldValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;
  private final int length;
  private final @Nullable String suggestion;

  /**
   * A mistake.
   *
   * @param column where it begins in the search, in code points from 0
   * @param length of how many code points it is
   * @param message what is wrong
   * @param suggestion what to write instead; null where that is not known
   */
  public FieldValueException(int column, int length, String message, @Nullable String suggestion) {
    // It reports a person's typing error, so nobody looks at a stack trace.
    super(message, null, false, false);
    this.column = column;
    this.length = length;
    this.suggestion = suggestion;
  }

  public int column() {
    return column;
  }

  public int length() {
    return length;
  }

  public @Nullable String suggestion() {
    return suggestion;
  }

  /** What is wrong. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
