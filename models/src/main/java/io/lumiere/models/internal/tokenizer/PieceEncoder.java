package io.lumiere.models.internal.tokenizer;

/** Cuts normalised text into pieces. Implementations are immutable, so thread-safe. */
interface PieceEncoder {
  /** Adds the pieces' ids; where a character is in no piece, {@code unknown} has the last word. */
  void encode(String normalized, UnknownCharacters unknown);
}
