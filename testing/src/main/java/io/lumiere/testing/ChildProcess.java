package io.lumiere.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes that end, at the latest, when their time is over or the tests end. Thread-safe.
 */
public final class ChildProcess {
  private ChildProcess() {}

  /**
   * Options by which another Java compiles as late as this one: both live some seconds or minutes,
   * and what is compiled well is compiled long.
   */
  public static List<String> compilerOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:Tier4"))
        .toList();
  }

  /**
   * Starts a process; it and its own are killed if it takes longer. One that is killed ends with a
   * status other than 0, and its output ends, so that whoever waits for either goes on.
   */
  public static Process start(ProcessBuilder builder, Duration most) throws IOException {
    Process process = builder.start();
    Thread atTheEnd = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    CompletableFuture<Process> unused =
        process
            .onExit()
            .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((ended, late) -> {
              if (late != null) {
                kill(process);
              }
            });
    return process;
  }

  private static void kill(Process process) {
    // The parent first: it would go on where its child ends.
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
