package io.lumiere.web.models;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A model of the list. Immutable.
 *
 * @param installed null where it is not
 * @param known null where it cannot be added by its name
 * @param isDefault whether new indexes are made with it
 */
record ModelView(
    String name,
    @Nullable InstalledModel installed,
    @Nullable KnownModel known,
    boolean isDefault) {
  /** Its JSON. */
  static final Schema.Members SCHEMA =
      Schema.object("Model")
          .with("name", Schema.text(), "What it is called.")
          .with("installed", Schema.flag(), "Whether it can be used at once.")
          .with("known", Schema.flag(), "Whether it can be added by its name.")
          .with("default", Schema.flag(), "Whether new indexes are made with it.")
          .optional("bytes", Schema.count(), "Its size, or about what is downloaded.")
          .optional("licence", Schema.text(), "The licence of its weights.")
          .optional("dimension", Schema.count(), "The length of its vectors.")
          .with("summary", Schema.text(), "What it is good for.");

  /** Writes the members of {@link #SCHEMA}. */
  void write(JsonGenerator json) throws IOException {
    boolean isStarter = name.equals(ModelStore.STARTER);
    json.writeStringField("name", name);
    json.writeBooleanField("installed", installed != null);
    json.writeBooleanField("known", known != null || isStarter);
    json.writeBooleanField("default", isDefault);
    if (installed != null) {
      json.writeNumberField("bytes", installed.bytes());
      json.writeNumberField("dimension", installed.manifest().model().dimension());
    } else if (known != null) {
      json.writeNumberField("bytes", known.bytes());
      json.writeNumberField("dimension", known.dimension());
    }
    if (known != null) {
      json.writeStringField("licence", known.licence());
    }
    json.writeStringField("summary", summary(isStarter));
  }

  private String summary(boolean isStarter) {
    if (isStarter) {
      return "Comes with Lumiere and is made on this machine. Small and quick; understands"
          + " English.";
    }
    if (known == null) {
      return installed == null ? "" : "Added from a file: " + installed.manifest().kind();
    }
    return known.title() + ". " + known.note() + " Languages: " + known.languages() + ".";
  }
}
