package io.lumiere.app.output;

import io.lumiere.indexer.IndexReport;
import io.lumiere.views.JsonFields;
import org.jspecify.annotations.Nullable;

/** The report of an index run as JSON. Thread-safe. */
public final class IndexJson {
  private IndexJson() {}

  /**
   * Prints it.
   *
   * @param withFewerCopies photos that did not reach all copies; null where there are no copies
   */
  public static void print(Console console, IndexReport report, @Nullable Long withFewerCopies) {
    JsonLine.print(
        console,
        json -> {
          json.writeNumberField("photos", report.photos());
          json.writeNumberField("added", report.counts().added());
          json.writeNumberField("updated", report.counts().updated());
          json.writeNumberField("moved", report.counts().moved());
          json.writeNumberField("unchanged", report.counts().unchanged());
          json.writeNumberField("reread", report.counts().reread());
          json.writeNumberField("deleted", report.counts().deleted());
          json.writeNumberField("ignored", report.counts().ignored());
          JsonFields.counts(json, "passedOver", report.skipped().counts());
          JsonFields.texts(json, "excludes", report.excludes());
          json.writeNumberField("damaged", report.counts().damaged());
          if (withFewerCopies != null) {
            json.writeNumberField("withFewerCopies", withFewerCopies);
            json.writeNumberField("elsewhere", report.elsewhere());
          }
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
          JsonFields.texts(json, "modelsLeftOut", report.modelsLeftOut());
          FailureList.write(json, report.failures());
        });
  }
}
