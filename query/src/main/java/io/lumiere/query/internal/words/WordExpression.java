package io.lumiere.query.internal.words;

import java.util.List;

/** What is sought in words fields. Immutable. */
public sealed interface WordExpression {
  /** A word or the like, in any field. */
  record Word(FieldWord word) implements WordExpression {}

  /** Each of at least one, be it in different fields. */
  record AllOf(List<WordExpression> parts) implements WordExpression {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** Any of at least one. */
  record AnyOf(List<WordExpression> parts) implements WordExpression {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }
}
