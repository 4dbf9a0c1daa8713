package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What computes too long fails; what only waits does not. */
class ProcessorSecondsTest {
  @Test
  void onlyComputingCounts() {
    Map<String, TestExecutionResult> results = run();
    assertThat(results.get("computes()").getThrowable())
        .hasValueSatisfying(e ->
            assertThat(e).hasMessageMatching("took \\d+ ms of processor time, more than 1000"));
    assertThat(results.get("waits()").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(results.get("mayComputeLonger()").getStatus()).isEqualTo(Status.SUCCESSFUL);
  }

  private static Map<String, TestExecutionResult> run() {
    Map<String, TestExecutionResult> results = new HashMap<>();
    System.setProperty("lumiere.computes", "yes");
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Timed.class)).build(),
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  results.put(test.getDisplayName(), result);
                }
              });
    } finally {
      System.clearProperty("lumiere.computes");
    }
    return results;
  }

  @ProcessorSeconds(1)
  @EnabledIfSystemProperty(named = "lumiere.computes", matches = "yes")
  static class Timed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void computes() {
      compute();
    }

    @Test
    void waits() throws InterruptedException {
      Thread.sleep(1_200);
    }

    @Test
    @ProcessorSeconds(100)
    void mayComputeLonger() {
      compute();
    }

    private static void compute() {
      long end = THREADS.getCurrentThreadCpuTime() + Duration.ofMillis(1_200).toNanos();
      while (THREADS.getCurrentThreadCpuTime() < end) {
        Thread.onSpinWait();
      }
    }
  }
}
