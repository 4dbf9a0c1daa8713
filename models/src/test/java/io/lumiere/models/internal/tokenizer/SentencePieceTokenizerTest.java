package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the models that {@code src/test/python/sentencepiece_models.py} trains. */
class SentencePieceTokenizerTest {
  @TempDir Path dir;

  private Path file(String name) throws IOException {
    Path file = dir.resolve(name);
    try (InputStream in = getClass().getResourceAsStream(name)) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }
    return file;
  }

  private Tokenizer tokenizer(String name, TextCleaning cleaning, int max) throws IOException {
    return SentencePieceTokenizer.read(file(name), cleaning, max);
  }

  @Test
  void everyTextHasTheUnigramModelsPieces() throws IOException {
    Exactness.check("unigram", tokenizer("unigram.model", TextCleaning.NONE, Integer.MAX_VALUE));
  }

  @Test
  void everyTextHasTheBpeModelsPieces() throws IOException {
    Exactness.check("bpe", tokenizer("bpe.model", TextCleaning.NONE, Integer.MAX_VALUE));
  }

  @Test
  void everyTextHasThePiecesOfSiglip2sJson() throws IOException {
    Path json = file("siglip2-tokenizer.json");
    Exactness.check(
        "siglip2",
        SentencePieceTokenizer.readJson(json, TextCleaning.LOWER_CASE, Integer.MAX_VALUE));
  }

  @Test
  void everyTextIsCleanedForSiglip() throws IOException {
    Exactness.check("siglip", tokenizer("unigram.model", TextCleaning.SIGLIP, 64));
    Exactness.check(
        "open-clip-siglip", tokenizer("unigram.model", TextCleaning.OPEN_CLIP_SIGLIP, 64), 111);
  }

  @Test
  void textIsCleanedAndCutBeforeTheEnd() throws IOException {
    Tokenizer siglip = tokenizer("unigram.model", TextCleaning.SIGLIP, 64);
    assertThat(siglip.encode(" Latin, SMALL\tletter! "))
        .isEqualTo(siglip.encode("latin small letter"));
    assertThat(siglip.encode("")).containsExactly(1);
    assertThat(siglip.encode("letter ".repeat(1000))).hasSize(64).endsWith(1);
    Tokenizer other = tokenizer("unigram.model", TextCleaning.OPEN_CLIP_SIGLIP, 64);
    assertThat(other.encode("A_B &eacute; ﬁ")).isEqualTo(siglip.encode("a b é fi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unigram.model", "bpe.model"})
  void megabytesAreNoTrouble(String name) throws IOException {
    Tokenizer tokenizer = tokenizer(name, TextCleaning.LOWER_CASE, 64);
    assertThat(tokenizer.encode("Abcdefgh".repeat(1 << 17))).hasSize(64);
    assertThat(tokenizer.encode("\uD800")).hasSizeBetween(1, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unigram.model", "bpe.model"})
  void damagedModelsAreRefusedOrRead(String name, @Seeded Random random) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    for (int round = 0; round < 200; round++) {
      byte[] damaged = whole.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(dir.resolve("damaged.model"), damaged);
      try {
        SentencePieceTokenizer.read(file, TextCleaning.NONE, 64).encode("ﬁn of a Photo. ａ");
      } catch (LumiereException e) {
        assertThat(e).hasMessageContaining("damaged.model");
      }
    }
    Path cut = Files.write(dir.resolve("cut.model"), Arrays.copyOf(whole, 1000));
    assertThatThrownBy(() -> SentencePieceTokenizer.read(cut, TextCleaning.NONE, 64))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cut.model");
  }

  @Test
  void damagedJsonIsRefusedOrRead(@Seeded Random random) throws IOException {
    byte[] whole = Files.readAllBytes(file("siglip2-tokenizer.json"));
    Path file = dir.resolve("damaged.json");
    for (int round = 0; round < 100; round++) {
      byte[] damaged = whole.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        SentencePieceTokenizer.readJson(file, TextCleaning.NONE, 64).encode("ﬁn of a Photo. ａ");
      } catch (LumiereException e) {
        assertThat(e).hasMessageContaining("damaged.json");
      }
    }
    Files.writeString(file, "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[]}}");
    assertThatThrownBy(() -> SentencePieceTokenizer.readJson(file, TextCleaning.NONE, 64))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("U+2581");
  }
}
