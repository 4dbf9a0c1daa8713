package io.lumiere.models.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read by name. By Jackson's streaming layer alone: a search waits for this,
 * and data binding takes longer to load than to run. What is missing or of another type is an
 * {@link IllegalArgumentException} that names it. Immutable.
 */
public final class JsonMap {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<?, ?> map;

  private JsonMap(Map<?, ?> map) {
    this.map = map;
  }

  /** Reads a file's content. */
  public static JsonMap read(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return of(value(parser));
    }
  }

  /** Maps, lists, texts and numbers; anything else as its text. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        map.put(key, value(parser));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return parser.getDoubleValue();
    }
    return token == null ? "" : "" + parser.getText();
  }

  private static JsonMap of(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new JsonMap(map);
    }
    throw new IllegalArgumentException("an object is expected");
  }

  /** An object in this one. */
  public JsonMap object(String key) {
    if (map.get(key) instanceof Map<?, ?> inner) {
      return new JsonMap(inner);
    }
    throw new IllegalArgumentException("the object '" + key + "' is missing");
  }

  /** A list of objects. */
  public List<JsonMap> objects(String key) {
    return list(key).stream().map(JsonMap::of).toList();
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    return list(key).stream().map(item -> "" + item).toList();
  }

  /** A list of numbers. */
  public List<Double> numbers(String key) {
    return list(key).stream()
        .map(item -> {
          if (item instanceof Number number) {
            return number.doubleValue();
          }
          throw new IllegalArgumentException(
              "the list '" + key + "' has an item that is not a number");
        })
        .toList();
  }

  private List<?> list(String key) {
    if (map.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("the list '" + key + "' is missing");
  }

  /** A text. */
  public String text(String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the text '" + key + "' is missing");
  }

  /** True or false. */
  public boolean truth(String key) {
    return text(key).equals("true");
  }

  /** A whole number. */
  public long whole(String key) {
    if (map.get(key) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("the number '" + key + "' is missing");
  }

  /** A number. */
  public double number(String key) {
    if (map.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("the number '" + key + "' is missing");
  }
}
