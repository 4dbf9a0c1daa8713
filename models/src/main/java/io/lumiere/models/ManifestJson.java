package io.lumiere.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.ModelManifest.Source;
import io.lumiere.schema.EmbeddingModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A manifest to and from JSON. By Jackson's streaming layer alone: a search waits for this, and
 * data binding takes longer to load than to run.
 */
final class ManifestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ManifestJson() {}

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException where it lacks something
   */
  static ModelManifest read(byte[] json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      Map<?, ?> map = object(value(parser));
      EmbeddingModel model =
          new EmbeddingModel(
              text(map, "id"), text(map, "contentHash"), (int) number(map, "dimension"));
      return new ModelManifest(
          text(map, "kind"),
          model,
          (int) number(map, "imageSize"),
          text(map, "recipe"),
          list(map, "files").stream().map(ManifestJson::file).toList(),
          list(map, "sources").stream().map(ManifestJson::source).toList());
    }
  }

  /** Writes a manifest, the same bytes for the same manifest. */
  static byte[] write(ModelManifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter());
      out.writeStartObject();
      out.writeStringField("id", manifest.id());
      out.writeStringField("kind", manifest.kind());
      out.writeNumberField("dimension", manifest.model().dimension());
      out.writeNumberField("imageSize", manifest.imageSize());
      out.writeStringField("contentHash", manifest.model().contentHash());
      out.writeStringField("recipe", manifest.recipe());
      out.writeArrayFieldStart("files");
      for (ModelFile file : manifest.files()) {
        write(out, file);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("sources");
      for (Source source : manifest.sources()) {
        write(out, source);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, ModelFile file) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", file.name());
    out.writeNumberField("bytes", file.bytes());
    out.writeStringField("sha256", file.sha256());
    out.writeBooleanField("derived", file.derived());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Source source) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", source.name());
    out.writeStringField("version", source.version());
    out.writeStringField("sha256", source.sha256());
    out.writeStringField("licence", source.licence());
    out.writeEndObject();
  }

  private static ModelFile file(Object value) {
    Map<?, ?> map = object(value);
    String name = text(map, "name");
    if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
      throw new IllegalArgumentException("file name '" + name + "' leaves the folder");
    }
    return new ModelFile(
        name, number(map, "bytes"), text(map, "sha256"), text(map, "derived").equals("true"));
  }

  private static Source source(Object value) {
    Map<?, ?> map = object(value);
    return new Source(
        text(map, "name"), text(map, "version"), text(map, "sha256"), text(map, "licence"));
  }

  /** Maps, lists, texts and numbers; anything else as its text. */
  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        map.put(key, value(parser));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : "" + parser.getText();
  }

  private static Map<?, ?> object(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("an object is due");
  }

  private static List<?> list(Map<?, ?> map, String key) {
    if (map.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("the list '" + key + "' is missing");
  }

  private static String text(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the text '" + key + "' is missing");
  }

  private static long number(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("the number '" + key + "' is missing");
  }
}
