package io.lumiere.query.language;

import io.lumiere.query.language.fields.Value;

/** A piece of a search. */
sealed interface Token {
  /** Where it begins, in code points from 0. */
  int column();

  /** How many code points it is long. */
  int length();

  /** What marks can be. */
  enum Kind {
    OPEN,
    CLOSE,
    OR,
    AND,
    NOT
  }

  /** {@code (}, {@code )}, {@code OR}, {@code AND}, {@code -} or {@code NOT}. */
  record Mark(Kind kind, String text, int column, int length) implements Token {}

  /** A word, or words within quotes. */
  record Text(String text, boolean quoted, int column, int length) implements Token {}

  /** A known field and its value, which may be empty. */
  record Field(String name, Value value, int column, int length) implements Token {}
}
