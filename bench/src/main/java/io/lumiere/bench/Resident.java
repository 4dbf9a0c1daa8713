package io.lumiere.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process in MB, by Linux's account; 0 elsewhere. */
final class Resident {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path FORGET = Path.of("/proc/self/clear_refs");

  private Resident() {}

  /** Makes {@link #most} count from here on, in place of from the process's start. */
  static void begin() throws IOException {
    if (Files.isWritable(FORGET)) {
      Files.writeString(FORGET, "5"); // The peak alone; see proc(5).
    }
  }

  static long now() throws IOException {
    return megabytes("VmRSS:");
  }

  /** The most at once. */
  static long most() throws IOException {
    return megabytes("VmHWM:");
  }

  private static long megabytes(String name) throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1_000_000)
        .findFirst()
        .orElse(0);
  }
}
