package io.lumiere.app.prompt;

import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which build of Lumiere this is: where it lies, when it was built, and the JDK that runs it. Two
 * processes of one stamp print the same. Thread-safe.
 */
final class BuildStamp {
  private BuildStamp() {}

  /** Null for a program that was not started by the launcher. */
  static @Nullable String of(Map<String, String> environment) {
    String root = environment.get("LUMIERE_HOME");
    long built = root == null ? 0 : new File(root, "app/target/built.stamp").lastModified();
    return built == 0
        ? null
        : String.join(" ", root, Long.toString(built), System.getProperty("java.vm.version"));
  }
}
