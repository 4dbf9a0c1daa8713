package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test that hangs is a failure that names it, and the tests after it run. */
class TimeLimitTest {
  private static final String LIMIT = "junit.jupiter.execution.timeout.default";

  @Test
  void hangsAreFailuresWithNames() {
    Map<String, TestExecutionResult> results = run(Hanging.class);
    for (String name : new String[] {"hangs()", "hangsAndHeedsNothing()"}) {
      TestExecutionResult result = results.get(name);
      assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.FAILED);
      assertThat(result.getThrowable().orElseThrow())
          .hasMessageContaining(name)
          .hasMessageContaining("timed out after 1 second");
    }
    assertThat(results.get("isWell()").getStatus())
        .isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
  }

  @Test
  void hangsBeforeTheTestsAreFailuresToo() {
    assertThat(run(HangingBefore.class).get("TimeLimitTest$HangingBefore").getThrowable())
        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("prepare() timed out"));
  }

  /** All modules have the limit from the file beside this module's classes. */
  @Test
  void everyTestHasALimitInAThreadOfItsOwn() throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Seeds.class.getResourceAsStream("/junit-platform.properties")) {
      properties.load(file);
    }
    assertThat(properties.getProperty(LIMIT)).isEqualTo("5 m");
    assertThat(properties.getProperty("junit.jupiter.execution.timeout.thread.mode.default"))
        .isEqualTo("SEPARATE_THREAD");
  }

  private static Map<String, TestExecutionResult> run(Class<?> tests) {
    Map<String, TestExecutionResult> results = new HashMap<>();
    System.setProperty("lumiere.hang", "yes");
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(tests))
                  .configurationParameter(LIMIT, "1 s")
                  .configurationParameter(
                      "junit.jupiter.execution.timeout.threaddump.enabled", "false")
                  .build(),
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  results.put(test.getDisplayName(), result);
                }
              });
    } finally {
      System.clearProperty("lumiere.hang");
      Hanging.enough = true;
    }
    return results;
  }

  @EnabledIfSystemProperty(named = "lumiere.hang", matches = "yes")
  static class Hanging {
    private static volatile boolean enough;

    @Test
    void hangs() throws InterruptedException {
      Thread.sleep(600_000);
    }

    @Test
    void hangsAndHeedsNothing() {
      while (!enough) {
        Thread.onSpinWait();
      }
    }

    @Test
    void isWell() {}
  }

  @EnabledIfSystemProperty(named = "lumiere.hang", matches = "yes")
  static class HangingBefore {
    @BeforeAll
    static void prepare() throws InterruptedException {
      Thread.sleep(600_000);
    }

    @Test
    void isWell() {}
  }
}
