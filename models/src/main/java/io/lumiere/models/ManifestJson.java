package io.lumiere.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.ModelManifest.ModelFile;
import io.lumiere.models.ModelManifest.Source;
import io.lumiere.models.internal.JsonMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A manifest to and from JSON. */
final class ManifestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ManifestJson() {}

  /**
   * Reads a manifest.
   *
   * @throws IllegalArgumentException where it lacks something
   */
  static ModelManifest read(byte[] json) throws IOException {
    JsonMap map = JsonMap.read(json);
    EmbeddingModel model =
        new EmbeddingModel(map.text("id"), map.text("contentHash"), (int) map.whole("dimension"));
    return new ModelManifest(
        map.text("kind"),
        model,
        (int) map.whole("imageSize"),
        map.text("recipe"),
        map.objects("files").stream().map(ManifestJson::file).toList(),
        map.objects("sources").stream().map(ManifestJson::source).toList());
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

  private static ModelFile file(JsonMap map) {
    String name = map.text("name");
    if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
      throw new IllegalArgumentException("file name '" + name + "' leaves the folder");
    }
    return new ModelFile(name, map.whole("bytes"), map.text("sha256"), map.truth("derived"));
  }

  private static Source source(JsonMap map) {
    return new Source(
        map.text("name"), map.text("version"), map.text("sha256"), map.text("licence"));
  }
}
