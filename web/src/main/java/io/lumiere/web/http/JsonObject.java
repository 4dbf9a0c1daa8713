package io.lumiere.web.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request's body. It keeps to the schema that its route declares, so a
 * required member is there and has its type. Immutable.
 */
public final class JsonObject {
  private static final int DEEPEST = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(100)
                  .maxNameLength(200)
                  .build())
          .build();

  private final Map<?, ?> members;

  private JsonObject(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * Parses a body and compares it with the schema.
   *
   * @throws HttpProblem of status 400 that says where it is not JSON or differs from the schema
   */
  public static JsonObject parse(byte[] body, Schema.Members schema) {
    @Nullable Object value;
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      value = value(parser);
      if (parser.nextToken() != null) {
        throw HttpProblem.badRequest("the body goes on after its JSON value");
      }
    } catch (JsonProcessingException e) {
      throw HttpProblem.badRequest(
          "the body is not JSON: "
              + SchemaCheck.shown(e.getOriginalMessage())
              + (e.getLocation() == null
                  ? ""
                  : " (line "
                      + e.getLocation().getLineNr()
                      + ", column "
                      + e.getLocation().getColumnNr()
                      + ")"));
    } catch (IOException e) {
      throw HttpProblem.badRequest("the body is not JSON: it is not UTF-8");
    }
    if (!(value instanceof Map<?, ?> members)) {
      throw HttpProblem.badRequest("the body must be a JSON object");
    }
    SchemaCheck.json(schema, members, "the body");
    return new JsonObject(members);
  }

  /** Texts, Longs, Doubles, Booleans, lists, maps, and null. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw HttpProblem.badRequest("the body is empty: it must be a JSON object");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_FLOAT -> whole(parser.getDoubleValue());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? (Object) parser.getDoubleValue()
              : (Object) parser.getLongValue();
      default -> throw HttpProblem.badRequest("the body is not JSON: it ends too early");
    };
  }

  /** JSON Schema counts 1.0 as a whole number. */
  private static Object whole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? (Object) (long) number
        : (Object) number;
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return Collections.unmodifiableMap(members);
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return Collections.unmodifiableList(values);
  }

  /** Whether the member is there and not null. */
  public boolean has(String name) {
    return members.get(name) != null;
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable((String) members.get(name));
  }

  /**
   * A text that the schema requires.
   *
   * @throws HttpProblem of status 400 if it is not there
   */
  public String mandatoryText(String name) {
    return text(name)
        .orElseThrow(() -> HttpProblem.badRequest("the body lacks the member \"" + name + "\""));
  }

  /** An array of texts; none if it is not there. */
  public List<String> texts(String name) {
    return members.get(name) instanceof List<?> values
        ? values.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** An array of arrays of whole numbers; none if it is not there. */
  public List<List<Long>> lists(String name) {
    return members.get(name) instanceof List<?> values
        ? values.stream()
            .map(value -> ((List<?>) value).stream().map(Long.class::cast).toList())
            .toList()
        : List.of();
  }

  public OptionalLong integer(String name) {
    return members.get(name) instanceof Long value ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /** Whether the flag is true. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** An object within this one. */
  public Optional<JsonObject> object(String name) {
    return members.get(name) instanceof Map<?, ?> value
        ? Optional.of(new JsonObject(value))
        : Optional.empty();
  }
}
