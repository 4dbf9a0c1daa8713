package io.lumiere.models;

import java.util.List;

/** Turns texts into vectors. Thread-safe. */
public interface TextEncoder {
  /**
   * The text's embedding: a new array of the model's dimension, finite, unit length to 1e-4. Any
   * text has one: what is beyond the model's length is cut off, and the empty text is a text.
   */
  float[] encode(String text);

  /**
   * Whether a word is one of the model's own vocabulary as a whole, so that it is hardly misspelt.
   * It does not load the network. Of other words nothing is known.
   */
  default boolean knows(String word) {
    return false;
  }

  /** {@link #encode} of each, in order. */
  default List<float[]> encodeAll(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }
}
