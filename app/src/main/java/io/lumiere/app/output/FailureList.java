package io.lumiere.app.output;

import io.lumiere.indexer.Failure;
import java.io.PrintStream;
import java.util.List;

/** The files that a run could not do, for people: the first of many. */
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
}
