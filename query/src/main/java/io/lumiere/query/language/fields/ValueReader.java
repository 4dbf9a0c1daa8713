package io.lumiere.query.language.fields;

import java.util.Optional;

/** Reads the values of a field. Thread-safe. */
@FunctionalInterface
public interface ValueReader {
  /**
   * What a value means.
   *
   * @throws FieldValueException if it means nothing
   */
  Meaning read(Value value) throws FieldValueException;

  /**
   * The field of the index that must have a value's words; empty if the value is not made of words.
   */
  default Optional<String> wordsField(Value value) {
    return Optional.empty();
  }
}
