package io.lumiere.models.internal.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.models.starter.StarterFixture;
import io.lumiere.testing.ProcessorSeconds;
import io.lumiere.testing.Seeded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tokenizer with the model's own vocabulary against Hugging Face's BertTokenizer. */
class WordPieceGoldensTest {
  private static final int MAX_TOKENS = 256;
  private static WordPieceTokenizer tokenizer;

  @BeforeAll
  static void readVocabulary() {
    Vocabulary vocabulary = Vocabulary.read(StarterFixture.model().resolve("vocab.txt"));
    assertThat(vocabulary.size()).isEqualTo(30522);
    tokenizer = new WordPieceTokenizer(vocabulary, MAX_TOKENS);
  }

  /** See {@code src/test/python/tokenizer_goldens.py}. */
  @Test
  void everyGoldenTextHasTheSameTokens() throws IOException {
    ObjectMapper json = new ObjectMapper();
    int texts = 0;
    try (InputStream in = getClass().getResourceAsStream("wordpiece-goldens.jsonl");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode golden = json.readTree(line);
        if (golden.has("text")) {
          int[] ids = json.treeToValue(golden.get("ids"), int[].class);
          assertThat(tokenizer.encode(golden.get("text").asText())).as(line).containsExactly(ids);
          texts++;
        }
      }
    }
    assertThat(texts).isGreaterThanOrEqualTo(200);
  }

  @Test
  void anyTextHasTokens(@Seeded Random random) {
    for (int round = 0; round < 2000; round++) {
      int[] chars = IntStream.range(0, random.nextInt(40)).map(i -> anyChar(random)).toArray();
      StringBuilder text = new StringBuilder();
      Arrays.stream(chars).forEach(c -> text.append((char) c)); // Lone surrogates too.
      int[] ids = tokenizer.encode(text.toString());
      assertThat(ids).hasSizeBetween(2, MAX_TOKENS).startsWith(101).endsWith(102);
      assertThat(Arrays.stream(ids)).allMatch(id -> id >= 0 && id < 30522);
    }
  }

  private static int anyChar(Random random) {
    return random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000);
  }

  @Test
  @ProcessorSeconds(10)
  void longTextTakesLittleTime() {
    String text = "The quick brown fox. ".repeat(50_000);
    assertThat(tokenizer.encode(text)).hasSize(MAX_TOKENS);
  }
}
