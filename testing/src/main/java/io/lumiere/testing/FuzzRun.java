package io.lumiere.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** One run of a target: executes inputs one after the other, and keeps what it finds. */
final class FuzzRun implements AutoCloseable {
  /** So many different findings are enough for one run. */
  private static final int MOST = 20;

  /** Each hang takes all the time it may. */
  private static final int MOST_HANGS = 3;

  private final String target;
  private final FuzzCheck check;
  private final FuzzFolder folder;
  private final LimitedThread thread;
  private final Set<String> kinds = new HashSet<>();
  private final StringBuilder found = new StringBuilder();
  private long taken;
  private long refused;
  private long findings;
  private int hangs;

  FuzzRun(String target, String suffix, Duration limit, FuzzCheck check) throws IOException {
    this.target = target;
    this.check = check;
    folder = new FuzzFolder(Path.of("target", "fuzz", target).toAbsolutePath(), suffix);
    thread = new LimitedThread("fuzz " + target, limit);
  }

  void execute(byte[] input) throws IOException {
    folder.writeCurrent(input);
    try {
      if (thread.call(() -> check.takes(new FuzzInput(input.clone(), folder.current())))) {
        taken++;
      } else {
        refused++;
      }
    } catch (Throwable e) { // An error is what is looked for, too.
      findings++;
      hangs += e instanceof LimitedThread.Hang ? 1 : 0;
      keep(input, e);
    }
  }

  /** Keeps the input, unless there is one already that went wrong in the same place. */
  private void keep(byte[] input, Throwable failure) throws IOException {
    if (!kinds.add(kind(failure))) {
      return;
    }
    Path file = folder.keep(input, failure);
    String line =
        String.format("%n%s%n  to repeat it: ./lumiere fuzz %s %s", failure, target, file);
    System.out.println("fuzz " + target + ": found " + line.strip());
    found.append(line);
  }

  /** The failure's class, and where in our code it came up. */
  private static String kind(Throwable failure) {
    StringBuilder kind = new StringBuilder(failure.getClass().getName());
    for (StackTraceElement frame : failure.getStackTrace()) {
      String name = frame.getClassName();
      if (!name.startsWith("java.")
          && !name.startsWith("jdk.")
          && !name.startsWith("org.assertj.")) {
        return kind.append(' ').append(frame).toString();
      }
    }
    return kind.toString();
  }

  /** Whether going on makes no sense: enough was found, or something still hangs. */
  boolean isOver() {
    return kinds.size() >= MOST || hangs >= MOST_HANGS || thread.isStuck();
  }

  FuzzReport finish() {
    FuzzReport report = new FuzzReport(target, taken, refused, findings);
    System.out.println(report);
    FuzzLog.append("fuzz " + target, report.executions(), findings);
    if (findings > 0) {
      throw new FuzzFinding(report + found.toString());
    }
    return report;
  }

  @Override
  public void close() throws IOException {
    thread.close();
    if (!thread.isStuck()) {
      Files.deleteIfExists(folder.current());
    }
  }
}
