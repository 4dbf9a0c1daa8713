package io.lumiere.query.internal.words;

import java.util.List;

/** What is sought in words fields. Immutable. */
public sealed interface Sought {
  /** A word or the like, in any field. */
  record One(FieldWord word) implements Sought {}

  /** Each of at least one, be it in different fields. */
  record All(List<Sought> parts) implements Sought {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Any of at least one. */
  record Any(List<Sought> parts) implements Sought {
    public Any {
      parts = List.copyOf(parts);
    }
  }
}
