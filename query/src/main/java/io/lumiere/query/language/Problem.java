package io.lumiere.query.language;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in a search. Immutable.
 *
 * @param column where it begins, in code points from 0
 * @param length how many code points it is long, at least 1
 * @param message what is wrong
 * @param suggestion what to write instead; null where that is not known
 */
public record Problem(int column, int length, String message, @Nullable String suggestion) {
  public Problem {
    if (column < 0 || length < 1) {
      throw new IllegalArgumentException("no such place: column " + column + ", length " + length);
    }
  }

  /** A problem with a whole token. */
  static Problem at(Token token, String message, @Nullable String suggestion) {
    return new Problem(token.column(), token.length(), message, suggestion);
  }

  /** The message, with the suggestion. */
  public String text() {
    return suggestion == null ? message : message + "; did you mean " + suggestion + "?";
  }
}
