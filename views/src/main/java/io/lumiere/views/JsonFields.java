package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.schema.PhotoFact;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes fields of a JSON object that hold more than one value. Thread-safe. */
public final class JsonFields {
  private JsonFields() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface ObjectWriter<T> {
    /** Writes the fields; the object's braces are the caller's. */
    void write(JsonGenerator json, T value) throws IOException;
  }

  /** What is known of a photo: a number, an array of texts, or else a text. */
  static void value(JsonGenerator json, PhotoFact fact) throws IOException {
    json.writeFieldName(fact.name());
    switch (fact.value()) {
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case List<?> texts -> {
        json.writeStartArray();
        for (Object text : texts) {
          json.writeString(text.toString());
        }
        json.writeEndArray();
      }
      default -> json.writeString(fact.text());
    }
  }

  /** An array of texts. */
  public static void texts(JsonGenerator json, String field, Iterable<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** An array of objects. */
  public static <T> void objects(
      JsonGenerator json, String field, Iterable<T> values, ObjectWriter<T> fields)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (T value : values) {
      json.writeStartObject();
      fields.write(json, value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** An object of numbers by their names. */
  public static void counts(JsonGenerator json, String field, Map<String, ? extends Number> counts)
      throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, ? extends Number> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue().longValue());
    }
    json.writeEndObject();
  }

  /** A number; {@code null} where there is none. */
  static void number(JsonGenerator json, String field, @Nullable Float value) throws IOException {
    if (value == null) {
      json.writeNullField(field);
    } else {
      json.writeNumberField(field, value);
    }
  }
}
