package io.lumiere.query.language;

import io.lumiere.query.internal.words.FieldWord;
import io.lumiere.query.language.fields.Meaning;
import java.util.List;

/** A part of a search as it was understood. Immutable. */
public sealed interface Node {
  /** A bare word: ranks by what photos show and by their words. */
  record Word(String text) implements Node {}

  /**
   * What words must hold: quoted words, a beginning, a word that may be misspelt.
   *
   * @param text as it was written, without quotes
   * @param word what the words must hold
   * @param isShown whether photos are ranked by what they show of it as well, as for quoted words
   */
  record Required(String text, FieldWord word, boolean isShown) implements Node {}

  /** A field with a value. */
  record Filter(String field, Meaning meaning) implements Node {}

  /** Likeness to a photo, or the opposite of it. */
  record Similar(PhotoReference photo) implements Node {}

  /** Each of its parts. */
  record All(List<Node> parts) implements Node {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Any of at least two parts. */
  record Any(List<Node> parts) implements Node {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** What photos should not have or show. */
  record Not(Node part) implements Node {}

  /** Whether it has a field anywhere: then its text as a whole is not a file's name. */
  default boolean hasFields() {
    return switch (this) {
      case Filter filter -> true;
      case Similar similar -> true;
      case All all -> all.parts().stream().anyMatch(Node::hasFields);
      case Any any -> any.parts().stream().anyMatch(Node::hasFields);
      case Not not -> not.part().hasFields();
      case Word word -> false;
      case Required required -> false;
    };
  }

  /** Whether it is made of bare words alone: then it ranks photos, and leaves none out. */
  default boolean isWordsOnly() {
    return switch (this) {
      case Word word -> true;
      case All all -> all.parts().stream().allMatch(Node::isWordsOnly);
      case Any any -> any.parts().stream().allMatch(Node::isWordsOnly);
      case Required required -> false;
      case Filter filter -> false;
      case Similar similar -> false;
      case Not not -> false;
    };
  }
}
