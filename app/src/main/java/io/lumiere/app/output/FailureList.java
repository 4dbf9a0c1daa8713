package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.indexer.Failure;
import io.lumiere.views.JsonFields;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * The files that a run could not do, the first of many for people, all for scripts. Thread-safe.
 */
public final class FailureList {
  private static final int SHOWN = 20;

  private FailureList() {}

  /**
   * Prints a line for each.
   *
   * @param rest where the others are, if these are not all
   */
  public static void print(PrintStream out, List<Failure> failures, String rest) {
    failures.stream()
        .limit(SHOWN)
        .forEach(failure -> out.println("  " + failure.path() + ": " + failure.reason()));
    if (failures.size() > SHOWN) {
      out.println("  ... " + rest);
    }
  }

  /** Writes all as a field of a JSON object. */
  static void write(JsonGenerator json, List<Failure> failures) throws IOException {
    JsonFields.objects(
        json,
        "failures",
        failures,
        (line, failure) -> {
          line.writeStringField("path", failure.path());
          line.writeStringField("reason", failure.reason());
        });
  }
}
