package io.lumiere.app.output;

import io.lumiere.indexer.DropReport;
import io.lumiere.indexer.ReindexReport;
import org.jspecify.annotations.Nullable;

/**
 * The reports of adding and dropping a model as JSON. Photos that did not reach all copies are null
 * where there are no copies. Thread-safe.
 */
public final class ReindexJson {
  private ReindexJson() {}

  public static void print(Console console, ReindexReport report, @Nullable Long withFewerCopies) {
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
          if (withFewerCopies != null) {
            json.writeNumberField("withFewerCopies", withFewerCopies);
          }
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
          FailureList.write(json, report.failures());
        });
  }

  public static void print(Console console, DropReport report, @Nullable Long withFewerCopies) {
    JsonLine.print(
        console,
        json -> {
          json.writeStringField("dropped", report.model().exactName());
          json.writeStringField("field", report.model().field());
          json.writeNumberField("rewritten", report.rewritten());
          if (withFewerCopies != null) {
            json.writeNumberField("withFewerCopies", withFewerCopies);
          }
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
        });
  }
}
