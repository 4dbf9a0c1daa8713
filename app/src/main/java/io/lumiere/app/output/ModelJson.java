package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.download.RemoteFile;
import io.lumiere.views.JsonFields;
import java.io.IOException;

/** Models as JSON. Thread-safe. */
public final class ModelJson {
  private ModelJson() {}

  public static void print(Console console, InstalledModel model, boolean isDefault) {
    ModelManifest manifest = model.manifest();
    JsonLine.print(
        console,
        json -> {
          json.writeStringField("name", model.name());
          json.writeStringField("kind", manifest.kind());
          json.writeNumberField("dimension", manifest.model().dimension());
          json.writeStringField("contentHash", manifest.model().contentHash());
          json.writeNumberField("imageSize", manifest.imageSize());
          json.writeNumberField("bytes", model.bytes());
          json.writeBooleanField("default", isDefault);
          json.writeStringField("folder", model.folder().toString());
          json.writeStringField("recipe", manifest.recipe());
          JsonFields.objects(json, "sources", manifest.sources(), ModelJson::write);
        });
  }

  public static void print(
      Console console, KnownModel model, boolean installed, boolean supported) {
    JsonLine.print(
        console,
        json -> {
          json.writeStringField("name", model.name());
          json.writeStringField("title", model.title());
          json.writeStringField("family", model.family());
          json.writeNumberField("dimension", model.dimension());
          json.writeStringField("languages", model.languages());
          json.writeStringField("licence", model.licence());
          json.writeStringField("page", model.page());
          json.writeStringField("note", model.note());
          json.writeBooleanField("installed", installed);
          json.writeBooleanField("supported", supported);
          JsonFields.objects(json, "files", model.files(), ModelJson::write);
        });
  }

  private static void write(JsonGenerator json, ModelManifest.Source source) throws IOException {
    json.writeStringField("name", source.name());
    json.writeStringField("version", source.version());
    json.writeStringField("sha256", source.sha256());
    json.writeStringField("licence", source.licence());
  }

  private static void write(JsonGenerator json, RemoteFile file) throws IOException {
    json.writeStringField("path", file.path());
    json.writeStringField("address", file.address().toString());
    if (file.bytes() > 0) {
      json.writeNumberField("bytes", file.bytes());
      json.writeBooleanField("exact", file.exact());
    }
    if (file.sha256() != null) {
      json.writeStringField("sha256", file.sha256());
    }
  }
}
