package io.lumiere.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory of this process that was resident at once, by Linux's account; 0 elsewhere. */
final class Resident {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path FORGET = Path.of("/proc/self/clear_refs");

  private Resident() {}

  /** Counts from here on. */
  static void begin() throws IOException {
    if (Files.isWritable(FORGET)) {
      Files.writeString(FORGET, "5"); // The peak alone; see proc(5).
    }
  }

  /** In MB. */
  static long most() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
