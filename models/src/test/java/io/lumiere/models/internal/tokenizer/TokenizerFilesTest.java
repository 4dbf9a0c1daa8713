package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.tokenizer.TokenizerSpec.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFilesTest {
  private static final String VOCABULARY =
      "{\"<|startoftext|>\":2,\"<|endoftext|>\":3,\"a\":0,\"a</w>\":1,\"aa</w>\":4}";

  @TempDir Path dir;

  @Test
  void clipsMerges() throws IOException {
    Files.copy(Vocabularies.clip(), dir.resolve("bpe_simple_vocab_16e6.txt.gz"));
    TokenizerSpec spec = TokenizerFiles.find(dir, 77).orElseThrow();
    assertThat(spec.kind()).isEqualTo(Kind.CLIP_MERGES);
    assertThat(spec.open(dir).encode("a dog")).containsExactly(49406, 320, 1929, 49407);
  }

  @Test
  void huggingFacesFiles() throws IOException {
    Files.writeString(dir.resolve("vocab.json"), VOCABULARY);
    Files.writeString(dir.resolve("merges.txt"), "#version: 0.2\na a</w>\n");
    TokenizerSpec spec = TokenizerFiles.find(dir, 77).orElseThrow();
    assertThat(spec.kind()).isEqualTo(Kind.CLIP_VOCABULARY);
    assertThat(spec.open(dir).encode("A aa a")).containsExactly(2, 1, 4, 1, 3);
  }

  @Test
  void huggingFacesOneFile() throws IOException {
    for (String merges : List.of("\"a a</w>\"", "[\"a\",\"a</w>\"]")) {
      Files.writeString(
          dir.resolve("tokenizer.json"),
          "{\"added_tokens\":[{\"id\":3,\"content\":\"<|endoftext|>\"}],\"padding\":null,"
              + "\"model\":{\"type\":\"BPE\",\"vocab\":"
              + VOCABULARY
              + ",\"merges\":["
              + merges
              + "]}}");
      TokenizerSpec spec = TokenizerFiles.find(dir, 77).orElseThrow();
      assertThat(spec.kind()).isEqualTo(Kind.CLIP_JSON);
      assertThat(spec.open(dir).encode("A aa a")).containsExactly(2, 1, 4, 1, 3);
    }
  }

  @Test
  void bertsVocabularyWithAndWithoutCase() throws IOException {
    assertThat(TokenizerFiles.find(dir, 52)).isEmpty();
    Files.copy(Vocabularies.chinese(), dir.resolve("vocab.txt"));
    assertThat(TokenizerFiles.find(dir, 52).orElseThrow().kind()).isEqualTo(Kind.BERT_UNCASED);
    Files.writeString(
        dir.resolve("tokenizer_config.json"), "{\"x\":{\"y\":[1]},\"do_lower_case\":false}");
    assertThat(TokenizerFiles.find(dir, 52).orElseThrow().kind()).isEqualTo(Kind.BERT_CASED);
  }

  @Test
  void aFileThatIsGoneIsNamed() {
    TokenizerSpec spec = new TokenizerSpec(Kind.SIGLIP, List.of("spiece.model"), 64);
    assertThatThrownBy(() -> spec.open(dir))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("spiece.model");
    assertThatThrownBy(() -> new TokenizerSpec(Kind.CLIP_VOCABULARY, List.of("vocab.json"), 77))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
