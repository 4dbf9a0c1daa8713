package io.lumiere.cluster.local;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process of the cluster. It ends with this one, also where this one is killed: it reads from a
 * pipe that then breaks. Thread-safe.
 */
public final class NodeProcess {
  private static final int STOP_SECONDS = 20;
  private static final int LINES = 12;

  private final String name;
  private final Process process;
  private final Path log;

  private NodeProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a Java program.
   *
   * @param log is overwritten by what it prints
   */
  static NodeProcess start(String name, Path log, List<String> javaArguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaArguments);
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    // What is meant for this process's own Java.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new NodeProcess(name, builder.start(), log);
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Its number in the system. */
  public long pid() {
    return process.pid();
  }

  /** Completed when it has ended. */
  CompletableFuture<NodeProcess> ended() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Something that a process does when it is ready. */
  @FunctionalInterface
  interface Readiness {
    boolean isReady() throws IOException;
  }

  /**
   * Waits until it is ready.
   *
   * @throws LumiereException if it ends, or takes longer
   */
  void await(Readiness readiness, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    while (!isReady(readiness)) {
      if (!process.isAlive()) {
        throw failure("has ended with status " + process.exitValue());
      }
      if (System.nanoTime() >= end) {
        throw failure("is not ready after " + most.toSeconds() + " seconds");
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LumiereException("interrupted while " + name + " started", e);
      }
    }
  }

  private static boolean isReady(Readiness readiness) {
    try {
      return readiness.isReady();
    } catch (IOException e) {
      return false;
    }
  }

  /** Says what became of it, with the end of its log. */
  public LumiereException failure(String what) {
    return new LumiereException(name + " " + what + ". The end of " + log + ":\n" + tail());
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end. */
  void stop() {
    process.destroy();
  }

  /** Waits for its end, and brings it about after a while. */
  void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      return "(it cannot be read: " + e.getMessage() + ")";
    }
  }
}
