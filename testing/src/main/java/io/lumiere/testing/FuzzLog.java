package io.lumiere.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What {@code ./lumiere fuzz} adds up: a line a run with the name, executions and findings. */
final class FuzzLog {
  private static final Path FILE = Path.of("target", "fuzz", "runs.tsv").toAbsolutePath();

  private FuzzLog() {}

  static void append(String name, long executions, long findings) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          name + "\t" + executions + "\t" + findings + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
