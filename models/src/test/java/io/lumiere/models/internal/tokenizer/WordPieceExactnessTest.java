package io.lumiere.models.internal.tokenizer;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The styles of WordPiece, with the vocabulary of Chinese BERT. */
class WordPieceExactnessTest {
  private static final Vocabulary CHINESE = Vocabulary.read(Vocabularies.chinese());

  @Test
  void everyTextHasChineseClipsTokens() throws IOException {
    Exactness.check(
        "chinese-clip", new WordPieceTokenizer(CHINESE, WordPieceStyle.CHINESE_CLIP, 52));
  }

  @Test
  void everyTextHasTheLibrarysTokens() throws IOException {
    Exactness.check("bert-uncased", new WordPieceTokenizer(CHINESE, WordPieceStyle.UNCASED, 52));
  }

  @Test
  void everyTextHasTheLibrarysCasedTokens() throws IOException {
    Exactness.check("bert-cased", new WordPieceTokenizer(CHINESE, WordPieceStyle.CASED, 128));
  }
}
