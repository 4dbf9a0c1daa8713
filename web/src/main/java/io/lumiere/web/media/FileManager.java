package io.lumiere.web.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The desktop's file manager, which shows a file in its folder. It is called as a program with
 * arguments, never by a shell. Thread-safe.
 */
public final class FileManager {
  private static final int MOST_SECONDS = 10;

  private final List<Call> calls;

  /** A way to show a file: the program's arguments. */
  @FunctionalInterface
  interface Call {
    List<String> arguments(Path file);
  }

  FileManager(List<Call> calls) {
    this.calls = List.copyOf(calls);
  }

  /**
   * The file manager of the person who started this process; empty where there is no desktop.
   *
   * @param environment of this process
   * @param system the property {@code os.name}
   */
  public static Optional<FileManager> find(Map<String, String> environment, String system) {
    if (system.startsWith("Mac")) {
      return Optional.of(
          new FileManager(List.of(file -> List.of("/usr/bin/open", "-R", file.toString()))));
    }
    boolean desktop = isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
    List<Call> calls = new ArrayList<>();
    Path bus = program("dbus-send", environment);
    if (desktop && bus != null && isSet(environment, "DBUS_SESSION_BUS_ADDRESS")) {
      calls.add(file -> showItems(bus, file));
    }
    Path opener = program("xdg-open", environment);
    if (desktop && opener != null) {
      calls.add(
          file -> List.of(opener.toString(), file.resolveSibling(".").normalize().toString()));
    }
    return calls.isEmpty() ? Optional.empty() : Optional.of(new FileManager(calls));
  }

  /** The interface org.freedesktop.FileManager1; dbus-send would take a comma for two files. */
  private static List<String> showItems(Path bus, Path file) {
    return List.of(
        bus.toString(),
        "--session",
        "--print-reply",
        "--reply-timeout=5000",
        "--dest=org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        "array:string:" + file.toUri().toASCIIString().replace(",", "%2C"),
        "string:");
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private static @Nullable Path program(String name, Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(":")) {
      Path program = Path.of(folder).resolve(name);
      if (program.isAbsolute() && Files.isExecutable(program)) {
        return program;
      }
    }
    return null;
  }

  /** Shows the file; false if nothing on this desktop did. */
  boolean show(Path file) {
    for (Call call : calls) {
      if (run(call.arguments(file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // A file manager that is itself the program goes on: then it was shown.
      return !process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
