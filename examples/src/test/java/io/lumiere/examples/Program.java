package io.lumiere.examples;

import io.lumiere.testing.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Java program in a JVM of its own. */
final class Program {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final List<String> command = new ArrayList<>();

  /** What a program printed, and its exit status. */
  record Run(int status, List<String> out, String err) {}

  /** Begins a command with nothing but this on the class path. */
  Program(List<String> classPath) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // C2 stays on, though these programs are short: Lucene uses the vector module with it only.
    command.addAll(ChildProcess.compilerOptions());
    command.addAll(List.of("-XX:+UseSerialGC", "-Duser.language=en", "-cp"));
    command.add(String.join(File.pathSeparator, classPath));
  }

  Program add(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  /** Starts it; what it prints to its standard error goes to {@code err}. */
  Process start(File err) throws IOException {
    return ChildProcess.start(new ProcessBuilder(command).redirectError(err), LIMIT);
  }

  /** Runs it to its end. */
  Run run() throws IOException, InterruptedException {
    Path err = Files.createTempFile("program", ".err");
    try {
      Process process = start(err.toFile());
      List<String> out;
      try (var output = process.inputReader(StandardCharsets.UTF_8)) {
        out = output.lines().toList();
      }
      return new Run(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  /** Lucene's core of a version, which the build copied. */
  static String lucene(String version) {
    return jar("lucene-core", version);
  }

  static String jar(String name, String version) {
    Path jar = Path.of(System.getProperty("example.lib"), name + "-" + version + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: the build should have copied it");
    }
    return jar.toString();
  }

  /** Where a class comes from. */
  static String codeOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
