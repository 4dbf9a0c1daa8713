package io.lumiere.app.output;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.IndexReport;

/** The report of an index run as JSON. */
public final class IndexJson {
  private IndexJson() {}

  public static void print(Console console, IndexReport report) {
    JsonLine.print(
        console,
        json -> {
          json.writeNumberField("photos", report.photos());
          json.writeNumberField("added", report.added());
          json.writeNumberField("updated", report.updated());
          json.writeNumberField("moved", report.moved());
          json.writeNumberField("unchanged", report.unchanged());
          json.writeNumberField("reread", report.reread());
          json.writeNumberField("deleted", report.deleted());
          json.writeNumberField("ignored", report.ignored());
          PassedOverWords.print(report.passedOver(), json);
          json.writeArrayFieldStart("excludes");
          for (String glob : report.excludes()) {
            json.writeString(glob);
          }
          json.writeEndArray();
          json.writeNumberField("damaged", report.damaged());
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
          json.writeArrayFieldStart("modelsLeftOut");
          for (String model : report.modelsLeftOut()) {
            json.writeString(model);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("failures");
          for (Failure failure : report.failures()) {
            json.writeStartObject();
            json.writeStringField("path", failure.path());
            json.writeStringField("reason", failure.reason());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
