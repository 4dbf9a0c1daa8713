package io.lumiere.query;

/** Turns a text into a vector of the model that made the index. Called by many threads at once. */
@FunctionalInterface
public interface TextEncoder {
  /** The text's embedding: the index's dimension, finite, unit length to 1e-4. */
  float[] encode(String text);

  /**
   * Whether a word is one that the model knows as a whole: then it is hardly misspelt, whether
   * photos' words have it or not.
   */
  default boolean knows(String word) {
    return false;
  }
}
