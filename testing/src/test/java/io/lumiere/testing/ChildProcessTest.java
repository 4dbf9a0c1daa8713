package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
  @Test
  void oneThatHangsIsKilledWithItsOwn() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "echo started; sleep 600; echo ended");
    long start = System.nanoTime();
    Process process = ChildProcess.start(builder, Duration.ofMillis(700));
    try (var output = process.inputReader()) {
      assertThat(output.lines()).containsExactly("started");
    }
    assertThat(process.waitFor()).isNotZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(process.descendants()).isEmpty();
  }

  @Test
  void oneThatEndsIsLeftAlone() throws IOException, InterruptedException {
    Process process = ChildProcess.start(new ProcessBuilder("true"), Duration.ofSeconds(30));
    assertThat(process.waitFor()).isZero();
  }
}
