package io.lumiere.testing;

import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Stands around all tests of a virtual machine: prints the seed before the first, and hands seed
 * and limits on to Lucene's test framework, which knows nothing of Jupiter's. Thread-safe.
 */
public final class TestRun implements LauncherSessionListener {
  private static final Duration CLASS_LIMIT = Duration.ofMinutes(5);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String seed = Long.toString(Seeds.ofRun());
    setUnlessGiven("tests.seed", seed);
    // The mark makes it stronger than the two hours that the framework's own annotation says.
    setUnlessGiven("tests.timeoutSuite", CLASS_LIMIT.toMillis() + "!");
    if (System.getProperty(Fuzz.END) == null) {
      System.out.println("-D" + Seeds.PROPERTY + "=" + seed);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (System.getProperty(Fuzz.END) == null) {
      ProcessHandle.current()
          .info()
          .totalCpuDuration()
          .ifPresent(
              cpu -> System.out.println("These tests took " + cpu.toSeconds() + " s of CPU"));
    }
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
