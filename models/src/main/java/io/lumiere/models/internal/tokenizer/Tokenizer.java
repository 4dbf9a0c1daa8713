package io.lumiere.models.internal.tokenizer;

/**
 * Text to the token ids that a text encoder takes. Implementations are immutable, so thread-safe,
 * and give a result for any string in time that grows about linearly with its length.
 */
public interface Tokenizer {
  /**
   * Ids of the text's tokens with the model's own marks of start and end, cut to the longest
   * sequence that the model takes as the model's reference cuts, and not padded.
   */
  int[] encode(String text);

  /** Whether the vocabulary has a word as one token. */
  default boolean knows(String word) {
    return encode(word).length - encode("").length == 1;
  }
}
