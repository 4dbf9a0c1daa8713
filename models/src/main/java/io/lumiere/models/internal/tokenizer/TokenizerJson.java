package io.lumiere.models.internal.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code tokenizer.json} of the tokenizers library: the vocabulary, and all that is small as
 * plain maps and lists. By Jackson's streaming layer, for a search waits for this.
 */
final class TokenizerJson {
  private static final String VOCABULARY = "vocab";
  private static final String MERGES = "merges";

  private final Path file;
  private final Map<String, @Nullable Object> settings = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> model = new LinkedHashMap<>();
  private final List<String> pieces = new ArrayList<>();
  private final List<Float> scores = new ArrayList<>();
  private final List<String[]> merges = new ArrayList<>();
  private Map<String, Integer> ids = Map.of();

  private TokenizerJson(Path file) {
    this.file = file;
  }

  static TokenizerJson read(Path file) {
    TokenizerJson result = new TokenizerJson(file);
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new LumiereException(file + " is not a tokenizer: a JSON object is expected");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("model") && value == JsonToken.START_OBJECT) {
          result.readModel(json);
        } else {
          result.settings.put(name, value(json));
        }
      }
    } catch (IOException e) {
      throw BpeFiles.unreadable(file, e);
    }
    return result;
  }

  private void readModel(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals(VOCABULARY) && value == JsonToken.START_OBJECT) {
        ids = BpeFiles.ids(json, file);
      } else if (name.equals(VOCABULARY) && value == JsonToken.START_ARRAY) {
        readScores(json);
      } else if (name.equals(MERGES) && value == JsonToken.START_ARRAY) {
        readMerges(json);
      } else {
        model.put(name, value(json));
      }
    }
  }

  /** Arrays of a piece and its score. */
  private void readScores(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_ARRAY) {
      pieces.add(String.valueOf(json.nextTextValue()));
      json.nextToken();
      scores.add((float) json.getDoubleValue());
      json.nextToken();
    }
  }

  /** Each {@code "a b"}, or {@code ["a", "b"]} in newer files. */
  private void readMerges(JsonParser json) throws IOException {
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
      if (t == JsonToken.START_ARRAY) {
        merges.add(
            new String[] {
              String.valueOf(json.nextTextValue()), String.valueOf(json.nextTextValue())
            });
        json.nextToken();
      } else {
        merges.add(BpeFiles.pair(json.getText(), file));
      }
    }
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          json.nextToken();
          object.put(name, value(json));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(json));
        }
        yield array;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      default -> json.getText();
    };
  }

  /** Fails where the model is of another type than {@code type}. */
  void expectModel(String type) {
    if (!type.equals(modelType())) {
      throw new LumiereException(
          file + " has a model of type " + modelType() + ", where " + type + " is expected");
    }
  }

  /** BPE, WordPiece, Unigram; empty where the file does not say. */
  String modelType() {
    Object type = model.get("type");
    return type != null ? type.toString() : merges.isEmpty() ? "" : "BPE";
  }

  /** The tokens of a model that has no scores, added ones included. */
  Map<String, Integer> ids() {
    Map<String, Integer> all = new HashMap<>(ids);
    for (Map<?, ?> token : added()) {
      if (token.get("id") instanceof Number id) {
        all.put(String.valueOf(token.get("content")), id.intValue());
      }
    }
    return all;
  }

  /** The added tokens, and whether each is a mark that no text has. */
  Map<String, Boolean> addedTokens() {
    Map<String, Boolean> all = new HashMap<>();
    for (Map<?, ?> token : added()) {
      all.put(String.valueOf(token.get("content")), Boolean.TRUE.equals(token.get("special")));
    }
    return all;
  }

  private List<Map<?, ?>> added() {
    List<Map<?, ?>> all = new ArrayList<>();
    if (settings.get("added_tokens") instanceof List<?> tokens) {
      for (Object token : tokens) {
        if (token instanceof Map<?, ?> fields) {
          all.add(fields);
        }
      }
    }
    return all;
  }

  List<String[]> merges() {
    return merges;
  }

  /** What stands for a character without a token; empty where the file does not say. */
  String unknownToken() {
    return model.get("unk_token") instanceof String token ? token : "";
  }

  /** Whether a character without a token becomes its bytes. */
  boolean hasByteFallback() {
    return Boolean.TRUE.equals(model.get("byte_fallback"));
  }

  /** Whether a text is prepared by writing spaces as U+2581, and at most by lower case as well. */
  boolean mapsSpacesOnly() {
    List<?> steps =
        settings.get("normalizer") instanceof Map<?, ?> one
            ? one.get("normalizers") instanceof List<?> many ? many : List.of(one)
            : List.of();
    return !steps.isEmpty()
        && isSpaceMap(steps.getLast())
        && steps.stream()
            .limit(steps.size() - 1L)
            .allMatch(step -> step instanceof Map<?, ?> m && "Lowercase".equals(m.get("type")));
  }

  private static boolean isSpaceMap(@Nullable Object step) {
    return step instanceof Map<?, ?> map
        && "Replace".equals(map.get("type"))
        && SentencePieceNormalizer.SPACE.equals(map.get("content"))
        && map.get("pattern") instanceof Map<?, ?> pattern
        && " ".equals(pattern.get("String"));
  }
}
