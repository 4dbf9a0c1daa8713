package io.lumiere.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What {@code ./lumiere fuzz} adds up: a line a run with the target, its executions, its findings.
 */
final class FuzzLog {
  private static final Path FILE = Path.of("target", "fuzz", "runs.tsv");

  private FuzzLog() {}

  static void append(FuzzReport report) throws IOException {
    String line =
        report.target()
            + "\t"
            + report.executions()
            + "\t"
            + report.findings()
            + System.lineSeparator();
    Files.createDirectories(FILE.toAbsolutePath().getParent());
    Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
