package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPieceTokenizerTest {
  private static final Vocabulary TINY =
      Vocabulary.of(
          "tiny", List.of("[UNK]", "[CLS]", "[SEP]", "sun", "##set", "##s", "s", "##un", "!", "字"));

  @Test
  void longestPieceComesFirst() {
    WordPieceTokenizer tokenizer = new WordPieceTokenizer(TINY, 16);
    assertThat(tokenizer.encode("Sunsets!")).containsExactly(1, 3, 4, 5, 8, 2);
    assertThat(tokenizer.encode("sunsetting")).containsExactly(1, 0, 2);
    assertThat(tokenizer.encode("字sun字")).containsExactly(1, 9, 3, 9, 2);
    assertThat(tokenizer.encode("s[SEP]s")).containsExactly(1, 6, 2, 6, 2);
    assertThat(tokenizer.encode("")).containsExactly(1, 2);
  }

  @Test
  void longTextIsCutBeforeTheEndMark() {
    assertThat(new WordPieceTokenizer(TINY, 4).encode("sun sun sun")).containsExactly(1, 3, 3, 2);
    assertThat(new WordPieceTokenizer(TINY, 2).encode("sun")).containsExactly(1, 2);
    assertThatThrownBy(() -> new WordPieceTokenizer(TINY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vocabularyMustHaveTheMarks(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("vocab.txt"), "[UNK]\n[CLS]\n");
    assertThatThrownBy(() -> new WordPieceTokenizer(Vocabulary.read(file), 16))
        .isInstanceOf(LumiereException.class)
        .hasMessage("vocabulary vocab.txt lacks the token [SEP]");
    assertThatThrownBy(() -> Vocabulary.read(dir.resolve("none.txt")))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("none.txt");
  }
}
