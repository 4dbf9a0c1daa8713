package io.lumiere.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Counts the tests of one class after the other, and keeps each failure as a file. */
final class FuzzListener implements TestExecutionListener {
  private boolean found;
  private String name = "";
  private long executions;
  private long findings;

  /** Whether anything was found since the beginning. */
  boolean found() {
    return found;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    name = "";
    executions = 0;
    findings = 0;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    test.getSource().ifPresent(source -> name = className(source));
    executions += test.isTest() ? 1 : 0;
    result.getThrowable().filter(e -> isFailure(result)).ifPresent(e -> keep(test, e));
  }

  private static boolean isFailure(TestExecutionResult result) {
    return result.getStatus() == TestExecutionResult.Status.FAILED;
  }

  /** What a fuzz target finds, it has kept and counted itself. */
  private void keep(TestIdentifier test, Throwable failure) {
    found = true;
    if (failure instanceof FuzzFinding) {
      return;
    }
    findings++;
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(test.getUniqueId());
    out.printf(
        "to repeat it: ./lumiere test -Dtest=%s -D%s=%d%n",
        name.substring(name.lastIndexOf('.') + 1), Seeds.PROPERTY, Seeds.ofRun());
    failure.printStackTrace(out);
    Path file = Path.of("target", "fuzz", name, "failure-" + Seeds.ofRun() + ".txt");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("found " + failure + "\n  " + file.toAbsolutePath());
    System.out.println("  " + text.toString().lines().skip(1).findFirst().orElse(""));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (executions > 0) {
      FuzzLog.append(name, executions, findings);
    }
  }

  private String className(TestSource source) {
    return switch (source) {
      case MethodSource method -> method.getClassName();
      case ClassSource type -> type.getClassName();
      default -> name;
    };
  }
}
