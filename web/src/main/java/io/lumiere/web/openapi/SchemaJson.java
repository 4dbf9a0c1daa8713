package io.lumiere.web.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes schemas in the form of JSON Schema 2020-12, named objects as references. Not thread-safe.
 */
final class SchemaJson {
  private static final String NO_ZERO = "^[^\\u0000]*$";

  private final JsonGenerator json;

  SchemaJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a schema as an object. */
  void write(Schema schema) throws IOException {
    json.writeStartObject();
    members(schema);
    json.writeEndObject();
  }

  /** Writes what stands between the braces of a schema. */
  void members(Schema schema) throws IOException {
    switch (schema) {
      case Schema.Text text -> text(text);
      case Schema.Form form -> {
        json.writeStringField("type", "string");
        json.writeNumberField("maxLength", form.longest());
        json.writeStringField("pattern", form.expression());
      }
      case Schema.Words words -> words(words.words());
      case Schema.Whole whole -> whole(whole);
      case Schema.Real real -> real(real);
      case Schema.Flag flag -> json.writeStringField("type", "boolean");
      case Schema.Items items -> items(items);
      case Schema.Keyed keyed -> {
        json.writeStringField("type", "object");
        json.writeFieldName("additionalProperties");
        write(keyed.values());
      }
      case Schema.Any any -> {}
      case Schema.OrNull orNull -> orNull(orNull);
      case Schema.Members members ->
          json.writeStringField("$ref", "#/components/schemas/" + members.name());
    }
  }

  private void text(Schema.Text text) throws IOException {
    json.writeStringField("type", "string");
    if (text.longest() != Integer.MAX_VALUE) {
      json.writeNumberField("maxLength", text.longest());
      json.writeStringField("pattern", NO_ZERO);
    }
    if (!text.format().isEmpty()) {
      json.writeStringField("format", text.format());
    }
  }

  private void words(List<String> words) throws IOException {
    json.writeStringField("type", "string");
    json.writeFieldName("enum");
    json.writeArray(words.toArray(String[]::new), 0, words.size());
  }

  private void whole(Schema.Whole whole) throws IOException {
    json.writeStringField("type", "integer");
    if (whole.least() != Long.MIN_VALUE) {
      json.writeNumberField("minimum", whole.least());
    }
    if (whole.most() != Long.MAX_VALUE) {
      json.writeNumberField("maximum", whole.most());
    }
  }

  private void real(Schema.Real real) throws IOException {
    json.writeStringField("type", "number");
    if (Double.isFinite(real.least())) {
      json.writeNumberField("minimum", real.least());
    }
    if (Double.isFinite(real.most())) {
      json.writeNumberField("maximum", real.most());
    }
  }

  private void items(Schema.Items items) throws IOException {
    json.writeStringField("type", "array");
    json.writeFieldName("items");
    write(items.items());
    if (items.most() != Integer.MAX_VALUE) {
      json.writeNumberField("maxItems", items.most());
    }
  }

  private void orNull(Schema.OrNull orNull) throws IOException {
    json.writeArrayFieldStart("anyOf");
    write(orNull.value());
    json.writeStartObject();
    json.writeStringField("type", "null");
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Writes the definition of a named object. */
  void define(Schema.Members schema) throws IOException {
    json.writeObjectFieldStart(schema.name());
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (Schema.Member member : schema.members()) {
      json.writeObjectFieldStart(member.name());
      json.writeStringField("description", member.help());
      members(member.value());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("required");
    for (Schema.Member member : schema.members()) {
      if (member.required()) {
        json.writeString(member.name());
      }
    }
    json.writeEndArray();
    json.writeBooleanField("additionalProperties", schema.open());
    json.writeEndObject();
  }

  /**
   * Adds all named objects of a schema.
   *
   * @throws IllegalArgumentException if two that differ have the same name
   */
  static void collect(Schema schema, Map<String, Schema.Members> named) {
    switch (schema) {
      case Schema.Items items -> collect(items.items(), named);
      case Schema.Keyed keyed -> collect(keyed.values(), named);
      case Schema.OrNull orNull -> collect(orNull.value(), named);
      case Schema.Members members -> {
        Schema.Members before = named.putIfAbsent(members.name(), members);
        if (before == null) {
          members.members().forEach(member -> collect(member.value(), named));
        } else if (!before.equals(members)) {
          throw new IllegalArgumentException("two schemas are called " + members.name());
        }
      }
      default -> {}
    }
  }

  static Map<String, Schema.Members> named() {
    return new LinkedHashMap<>();
  }
}
