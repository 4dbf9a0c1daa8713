package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClipBpeTokenizerTest {
  private static final ClipVocabulary CLIP = ClipVocabulary.readMerges(Vocabularies.clip());

  private static Tokenizer tokenizer(ClipCleaning cleaning) {
    return new ClipBpeTokenizer(CLIP, cleaning, ClipBpeTokenizer.CONTEXT_LENGTH);
  }

  @Test
  void everyTextHasOpenClipsTokens() throws IOException {
    // Two texts look as if they had been read in the wrong encoding, which is not repaired yet.
    Exactness.check("open-clip", tokenizer(ClipCleaning.OPEN_CLIP), 69, 111);
  }

  @Test
  void everyTextHasHuggingFacesTokens() throws IOException {
    Exactness.check("hugging-face-clip", tokenizer(ClipCleaning.HUGGING_FACE));
  }

  @Test
  void aPhotoOfADog() {
    assertThat(tokenizer(ClipCleaning.OPEN_CLIP).encode("A photo of a dog"))
        .containsExactly(49406, 320, 1125, 539, 320, 1929, 49407);
    assertThat(tokenizer(ClipCleaning.OPEN_CLIP).encode("")).containsExactly(49406, 49407);
  }

  @ParameterizedTest
  @EnumSource
  void anyTextHasTokens(ClipCleaning cleaning, @Seeded Random random) {
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) { // Lone surrogates too.
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      int[] ids = tokenizer(cleaning).encode(text.toString());
      assertThat(ids).hasSizeBetween(2, 77).startsWith(49406).endsWith(49407);
      assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < 49408);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneWordOfAMegabyteIsNoTrouble(ClipCleaning cleaning) {
    assertThat(tokenizer(cleaning).encode("abcdefgh".repeat(1 << 17))).hasSize(77);
    assertThat(tokenizer(cleaning).encode("&amp;<\n".repeat(1 << 16))).hasSize(77);
  }

  @Test
  void damagedFilesAreNamed(@TempDir Path dir) throws IOException {
    Path merges = Files.writeString(dir.resolve("merges.txt"), "#version: 0.2\na b\nab\n");
    Path ids = Files.writeString(dir.resolve("vocab.json"), "{\"a\":0,\"b\":1}");
    assertThatThrownBy(() -> ClipVocabulary.readMerges(merges))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("merges.txt");
    assertThatThrownBy(() -> ClipVocabulary.read(ids, merges))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("two symbols are expected where it has \"ab\"");
    Files.writeString(merges, "#version: 0.2\na b\n");
    assertThatThrownBy(() -> ClipVocabulary.read(ids, merges))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("vocab.json")
        .hasMessageContaining("<|startoftext|>");
  }
}
