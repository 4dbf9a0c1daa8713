package io.lumiere.models.internal.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.base.LumiereException;
import io.lumiere.models.convert.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the files beside a checkpoint's weights say of it: {@code config.json}, {@code
 * preprocessor_config.json} (Hugging Face), {@code open_clip_config.json}, and
 * sentence-transformers' own. Any of them may be missing; then the weights themselves must show it.
 * Immutable.
 */
public final class Settings {
  /** Hugging Face's description of a model. */
  public static final String CONFIG = "config.json";

  /** Hugging Face's description of what is done to pictures. */
  public static final String PREPROCESSOR = "preprocessor_config.json";

  /** open_clip's description of both. */
  public static final String OPEN_CLIP = "open_clip_config.json";

  /** sentence-transformers' description of how texts are cut. */
  public static final String SENTENCES = "sentence_bert_config.json";

  /** sentence-transformers' description of what is made of all tokens' states. */
  public static final String POOLING = "1_Pooling/config.json";

  /** sentence-transformers' description of the matrix that follows. */
  public static final String DENSE = "2_Dense/config.json";

  /**
   * What stands before the names of that matrix's weights, which lie in a file of their own, once
   * they are together with the others.
   */
  public static final String DENSE_WEIGHTS = "dense.";

  private static final List<String> KNOWN =
      List.of(CONFIG, PREPROCESSOR, OPEN_CLIP, SENTENCES, POOLING, DENSE);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> files;
  private final Optional<Activation> activation;

  private Settings(Map<String, JsonNode> files, Optional<Activation> activation) {
    this.files = files;
    this.activation = activation;
  }

  /** Nothing is known. */
  public static Settings none() {
    return new Settings(Map.of(), Optional.empty());
  }

  /** What the files in a folder say. */
  public static Settings read(Path folder) {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    for (String name : KNOWN) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        files.put(name, parse(file));
      }
    }
    return new Settings(files, Optional.empty());
  }

  /** The same with an activation that a person names, which no file overrules. */
  public Settings withActivation(Activation named) {
    return new Settings(files, Optional.of(named));
  }

  /** The activation that a person named. */
  public Optional<Activation> activation() {
    return activation;
  }

  /** Whether there is such a file. */
  public boolean has(String file) {
    return files.containsKey(file);
  }

  /** A text in a file, found by the names on the way to it. */
  public Optional<String> text(String file, String... path) {
    return find(file, path).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  /**
   * A size or a count.
   *
   * @throws LumiereException if it is a whole number below 1, or no int
   */
  public OptionalInt integer(String file, String... path) {
    Optional<JsonNode> node = find(file, path).filter(JsonNode::isIntegralNumber);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!node.get().canConvertToInt() || node.get().intValue() < 1) {
      throw new LumiereException(
          file + " has " + String.join(".", path) + " " + node.get() + "; at least 1 is expected");
    }
    return OptionalInt.of(node.get().intValue());
  }

  /** A number. */
  public Optional<Double> number(String file, String... path) {
    return find(file, path).filter(JsonNode::isNumber).map(JsonNode::asDouble);
  }

  /** A truth. */
  public Optional<Boolean> truth(String file, String... path) {
    return find(file, path).filter(JsonNode::isBoolean).map(JsonNode::asBoolean);
  }

  /** A list of numbers. */
  public Optional<double[]> numbers(String file, String... path) {
    Optional<JsonNode> node = find(file, path).filter(JsonNode::isArray);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    double[] values = new double[node.get().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get().get(i).asDouble();
    }
    return Optional.of(values);
  }

  private Optional<JsonNode> find(String file, String... path) {
    JsonNode node = files.get(file);
    for (String name : path) {
      node = node == null ? null : node.get(name);
    }
    return Optional.ofNullable(node).filter(found -> !found.isNull());
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new LumiereException(file + " is not JSON: " + e.getMessage(), e);
    }
  }
}
