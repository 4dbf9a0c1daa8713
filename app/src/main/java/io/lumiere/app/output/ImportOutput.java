package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.exchange.ImportReport;
import io.lumiere.views.JsonFields;
import java.io.PrintStream;

/** The report of an import. Thread-safe. */
public final class ImportOutput {
  private static final int PROBLEMS_SHOWN = 20;

  private ImportOutput() {}

  /**
   * Prints it for people.
   *
   * @param left what an import leaves that is stopped, and what to do
   */
  public static void print(Console console, ImportReport report, String into, String left) {
    if (report.stopped()) {
      console.out().println("Stopped; " + left + ".");
      return;
    }
    PrintStream out = console.out();
    out.printf(
        "%s in %s: %d new, %d replaced, %s (%s)%n",
        Plural.of(report.photos(), "photo"),
        into,
        report.added(),
        report.replaced(),
        Plural.of(report.failures(), "file", "that could not be read"),
        ProgressLine.words(report.elapsed()));
    if (report.incomplete() > 0) {
      out.println(
          Plural.of(
              report.incomplete(),
              "record",
              "lacked what is known of a file: 'lumiere index' finds it out"));
    }
    if (report.bad() > 0) {
      printProblems(out, report);
    }
  }

  private static void printProblems(PrintStream out, ImportReport report) {
    out.println(
        Plural.of(report.bad(), "record", report.bad() == 1 ? "was" : "were") + " left out:");
    report.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> out.println("  " + problem));
    if (report.bad() > PROBLEMS_SHOWN) {
      out.println("  ... --json lists " + report.problems().size());
    }
  }

  /** Prints it as one JSON object; nobody counts what a stopped import leaves. */
  public static void printJson(Console console, ImportReport report) {
    JsonLine.print(
        console,
        line -> {
          if (!report.stopped()) {
            line.writeNumberField("photos", report.photos());
          }
          line.writeNumberField("added", report.added());
          line.writeNumberField("replaced", report.replaced());
          line.writeNumberField("failures", report.failures());
          line.writeNumberField("incomplete", report.incomplete());
          line.writeNumberField("bad", report.bad());
          JsonFields.texts(line, "problems", report.problems());
          line.writeNumberField("seconds", report.elapsed().toMillis() / 1000.0);
          line.writeBooleanField("stopped", report.stopped());
        });
  }
}
