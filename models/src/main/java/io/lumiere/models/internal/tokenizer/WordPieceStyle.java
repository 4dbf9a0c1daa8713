package io.lumiere.models.internal.tokenizer;

/** How text becomes the words that WordPiece takes: BERT's models differ in it. */
enum WordPieceStyle {
  /** Lower case without accents, as the tokenizers library does it for BERT's uncased models. */
  UNCASED(100, true),
  /** Case and accents kept, as the tokenizers library does it for BERT's cased models. */
  CASED(100, true),
  /**
   * As BERT's first code, which Chinese-CLIP has as its own: lower case by Python's rules, words of
   * up to 200 characters, and marks such as {@code [SEP]} that are written out mean nothing.
   */
  CHINESE_CLIP(200, false);

  private final int longestWord;
  private final boolean marksInText;

  WordPieceStyle(int longestWord, boolean marksInText) {
    this.longestWord = longestWord;
    this.marksInText = marksInText;
  }

  /** The longest word, in characters, that is more than unknown. */
  int longestWord() {
    return longestWord;
  }

  /** Whether a mark that is written out in a text means the token itself. */
  boolean marksInText() {
    return marksInText;
  }
}
