package io.lumiere.views;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.query.Coverage;
import io.lumiere.query.IndexStats;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;

/** The JSON form of what is in an index, without the braces around it. Thread-safe. */
public final class StatsJson {
  private StatsJson() {}

  /** Writes the archive, counts, models, and files that are not photos or could not be read. */
  public static void write(JsonGenerator json, IndexMetadata index, IndexStats stats)
      throws IOException {
    json.writeStringField("archive", index.archive());
    json.writeNumberField("photos", stats.photos());
    json.writeNumberField("dated", stats.dates().dated());
    json.writeNumberField("guessed", stats.dates().guessed());
    json.writeStringField(
        "earliest", stats.dates().earliest() == null ? null : stats.dates().earliest().toString());
    json.writeStringField(
        "latest", stats.dates().latest() == null ? null : stats.dates().latest().toString());
    writeModel(json, index.model());
    JsonFields.objects(json, "models", stats.models(), StatsJson::writeCoverage);
    IndexStats.Storage storage = stats.storage();
    if (storage != null) {
      json.writeNumberField("bytes", storage.bytes());
      json.writeNumberField("segments", storage.segments());
    }
    JsonFields.counts(json, "formats", stats.formats());
    JsonFields.counts(json, "cameras", stats.cameras());
    JsonFields.counts(json, "passedOver", stats.skipped().counts());
    JsonFields.objects(json, "failures", stats.failures(), StatsJson::writeFailure);
  }

  private static void writeModel(JsonGenerator json, EmbeddingModel model) throws IOException {
    json.writeStringField("model", model.id());
    json.writeStringField("modelHash", model.contentHash());
    json.writeNumberField("dimension", model.dimension());
  }

  private static void writeCoverage(JsonGenerator json, Coverage coverage) throws IOException {
    json.writeStringField("model", coverage.model().exactName());
    json.writeStringField("field", coverage.model().field());
    json.writeNumberField("dimension", coverage.model().model().dimension());
    json.writeNumberField("withVector", coverage.withVector());
  }

  private static void writeFailure(JsonGenerator json, IndexStats.Failure failure)
      throws IOException {
    json.writeStringField("path", failure.path());
    json.writeStringField("reason", failure.reason());
  }
}
