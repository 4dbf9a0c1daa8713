package io.lumiere.query.language.fields;

import java.util.Optional;

/** Reads the values of a field. Thread-safe. */
@FunctionalInterface
public interface ValueReader {
  /**
   * What a value means.
   *
   * @throws Mistake if it means nothing
   */
  Meaning read(Value value) throws Mistake;

  /**
   * The field of the index that is to have a value's words; empty where it is no matter of words.
   */
  default Optional<String> wordsField(Value value) {
    return Optional.empty();
  }
}
