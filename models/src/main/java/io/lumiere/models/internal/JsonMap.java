package io.lumiere.models.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read by name. What is missing or of another type is an {@link
 * IllegalArgumentException} that names it. Immutable.
 */
public final class JsonMap {
  private final Map<?, ?> map;

  private JsonMap(Map<?, ?> map) {
    this.map = map;
  }

  /** Reads a file's content. */
  public static JsonMap read(byte[] json) throws IOException {
    return of(JsonReader.read(json));
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
