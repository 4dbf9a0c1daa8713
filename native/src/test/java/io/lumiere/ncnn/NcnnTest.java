package io.lumiere.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NcnnTest {
  @TempDir Path dir;

  @Test
  void tellsItsVersion() {
    assertThat(Ncnn.version()).matches("1\\.0\\.[0-9]+");
  }

  @Test
  void detectsThisProcessor() {
    CpuFeatures features = CpuFeatures.detect();
    assertThat(features.names()).isNotEmpty();
    assertThat(features.fastBf16())
        .isEqualTo(features.names().stream().anyMatch(name -> name.endsWith("bf16")));
  }

  /** Such as a gallery that has large index files mapped. */
  @Test
  void aProcessMayHaveManyTimesTheMemoryOfJavasHeap() throws IOException, InterruptedException {
    Path output = dir.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx32m",
                "-XX:MaxDirectMemorySize=1g",
                "-cp",
                System.getProperty("java.class.path"),
                LargeProcessMain.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    ChildProcess.start(builder, Duration.ofMinutes(4)).waitFor();
    assertThat(Files.readString(output))
        .contains("ran beside " + LargeProcessMain.MEGABYTES + " MB");
  }
}
