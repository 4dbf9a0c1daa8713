package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.cluster.push.PushReport;
import java.io.PrintStream;
import java.util.Locale;

/** The report of a copy into a collection. Thread-safe. */
public final class PushOutput {
  private PushOutput() {}

  /**
   * What the collection is after a copy. Immutable.
   *
   * @param name its address
   * @param photos how many it has
   * @param shards how many it has
   * @param severalArchives whether its photos are of several archives
   */
  public record Into(String name, long photos, int shards, boolean severalArchives) {}

  /** Prints it for people. */
  public static void print(Console console, PushReport report, Into into) {
    PrintStream err = console.err();
    double seconds = Math.max(0.001, report.elapsed().toMillis() / 1000.0);
    err.println(
        String.format(
            Locale.ROOT,
            "%s%s sent, %d as they were; %s has %s in %s (%s, %.0f photos/s)",
            report.stopped() ? "Stopped: " : "",
            Plural.of(report.sent(), "photo"),
            report.unchanged(),
            into.name(),
            Plural.of(into.photos(), "photo"),
            Plural.of(into.shards(), "shard"),
            ProgressLine.words(report.elapsed()),
            (report.sent() + report.unchanged()) / seconds));
    if (report.repeated() > 0) {
      err.println(Plural.of(report.repeated(), "request", "had to be made again"));
    }
    if (into.severalArchives()) {
      err.println(
          "It holds photos of several archives, so 'lumiere index --to' is refused: 'lumiere push'"
              + " brings what is new");
    }
    if (report.files() > 0) {
      err.println(
          Plural.of(report.files(), "file", "that could not be read")
              + " stay in the index: a collection holds photos alone");
    }
  }

  /** Prints it as one JSON object. */
  public static void printJson(Console console, PushReport report, Into into) {
    JsonLine.print(
        console,
        json -> {
          json.writeNumberField("photos", into.photos());
          json.writeNumberField("sent", report.sent());
          json.writeNumberField("unchanged", report.unchanged());
          json.writeNumberField("failures", report.files());
          json.writeNumberField("withFewerCopies", report.withFewerCopies());
          json.writeNumberField("repeated", report.repeated());
          json.writeBooleanField("severalArchives", into.severalArchives());
          json.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          json.writeBooleanField("stopped", report.stopped());
        });
  }
}
