package io.lumiere.app.output;

import io.lumiere.indexer.DropReport;
import io.lumiere.indexer.ReindexReport;

/** The reports of adding and dropping a model as JSON. Thread-safe. */
public final class ReindexJson {
  private ReindexJson() {}

  public static void print(Console console, ReindexReport report) {
    JsonLine.print(
        console,
        json -> {
          json.writeStringField("model", report.model().id());
          json.writeStringField("modelHash", report.model().model().contentHash());
          json.writeStringField("field", report.model().field());
          json.writeNumberField("photos", report.photos());
          json.writeNumberField("withVector", report.withVector());
          json.writeNumberField("encoded", report.encoded());
          json.writeBooleanField("default", report.isDefault());
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
          FailureList.write(json, report.failures());
        });
  }

  public static void print(Console console, DropReport report) {
    JsonLine.print(
        console,
        json -> {
          json.writeStringField("dropped", report.model().exactName());
          json.writeStringField("field", report.model().field());
          json.writeNumberField("rewritten", report.rewritten());
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
        });
  }
}
