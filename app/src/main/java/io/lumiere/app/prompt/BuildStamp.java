package io.lumiere.app.prompt;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which build of Lumiere this is: where it lies, when it was built, the JDK that runs it, and its
 * view of the file system, as containers may share the folder of sockets while one path leads each
 * to another archive. Two processes of one stamp print the same. Thread-safe.
 */
final class BuildStamp {
  static final Path FILE_SYSTEM = Path.of("/proc/self/ns/mnt");

  private BuildStamp() {}

  /** Null for a program that was not started by the launcher. */
  static @Nullable String of(Map<String, String> environment) {
    String root = environment.get("LUMIERE_HOME");
    long built = root == null ? 0 : new File(root, "app/target/built.stamp").lastModified() / 1_000;
    return built == 0
        ? null
        : String.join(
            " ", root, Long.toString(built), System.getProperty("java.vm.version"), fileSystem());
  }

  /** Linux's number of it. */
  private static String fileSystem() {
    try {
      return Files.readSymbolicLink(FILE_SYSTEM).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return ""; // A system that has only one.
    }
  }
}
