package io.lumiere.query.internal.words;

import java.util.List;

/** What is searched for in words fields. Immutable. */
public sealed interface WordExpression {
  /** A word, phrase, prefix or similar spelling, in any field. */
  record Single(FieldWord word) implements WordExpression {}

  /** All of the parts, at least one, possibly in different fields. */
  record AllOf(List<WordExpression> parts) implements WordExpression {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** Any of the parts, at least one. */
  record AnyOf(List<WordExpression> parts) implements WordExpression {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }
}
