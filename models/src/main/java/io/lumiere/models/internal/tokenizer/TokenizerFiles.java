package io.lumiere.models.internal.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.models.internal.tokenizer.TokenizerSpec.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the tokenizer in a checkpoint's folder by the names that its files are published under.
 * Thread-safe.
 */
public final class TokenizerFiles {
  private TokenizerFiles() {}

  /**
   * The tokenizer whose files are in {@code folder}, if any: CLIP's merges first, then a vocabulary
   * with merges, BERT's vocabulary, a {@code tokenizer.json} of CLIP. A vocabulary of BERT is taken
   * for one with case only where {@code tokenizer_config.json} says so. A SentencePiece model does
   * not say how text is cleaned for it, so it is not found here.
   *
   * @param maxTokens the longest sequence that the model takes
   */
  public static Optional<TokenizerSpec> find(Path folder, int maxTokens) {
    if (has(folder, "bpe_simple_vocab_16e6.txt.gz")) {
      return spec(Kind.CLIP_MERGES, maxTokens, "bpe_simple_vocab_16e6.txt.gz");
    }
    if (has(folder, "vocab.json") && has(folder, "merges.txt")) {
      return spec(Kind.CLIP_VOCABULARY, maxTokens, "vocab.json", "merges.txt");
    }
    if (has(folder, "vocab.txt")) {
      Kind kind = isCased(folder) ? Kind.BERT_CASED : Kind.BERT_UNCASED;
      return spec(kind, maxTokens, "vocab.txt");
    }
    Path json = folder.resolve("tokenizer.json");
    if (Files.isRegularFile(json) && TokenizerJson.read(json).modelType().equals("BPE")) {
      return spec(Kind.CLIP_JSON, maxTokens, "tokenizer.json");
    }
    return Optional.empty();
  }

  private static Optional<TokenizerSpec> spec(Kind kind, int maxTokens, String... files) {
    return Optional.of(new TokenizerSpec(kind, List.of(files), maxTokens));
  }

  private static boolean has(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private static boolean isCased(Path folder) {
    Path config = folder.resolve("tokenizer_config.json");
    if (!Files.isRegularFile(config)) {
      return false;
    }
    try (JsonParser json = new JsonFactory().createParser(config.toFile())) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("do_lower_case")) {
          return value == JsonToken.VALUE_FALSE;
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException e) {
      throw BpeFiles.unreadable(config, e);
    }
  }
}
