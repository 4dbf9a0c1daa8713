package io.lumiere.query.language.fields;

/** Reads the values of a field. Thread-safe. */
@FunctionalInterface
public interface ValueReader {
  /**
   * What a value means.
   *
   * @throws Mistake if it means nothing
   */
  Meaning read(Value value) throws Mistake;
}
