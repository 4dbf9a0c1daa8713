package io.lumiere.ncnn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.ChildProcess;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Damaged networks must not bring the virtual machine down. */
class FuzzTest {
  private static final int CASES = 3000;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path dir;

  @Test
  void damagedNetworksAreRefusedOrRun(@Seeded long seed) throws IOException, InterruptedException {
    Path output = dir.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-XX:ErrorFile=" + dir.resolve("hs_err.log"),
                "-cp",
                System.getProperty("java.class.path"),
                FuzzMain.class.getName(),
                Long.toString(seed),
                Integer.toString(CASES),
                dir.toString())
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Process process = ChildProcess.start(builder, Duration.ofMinutes(4));
    process.waitFor();
    String text = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(process.exitValue())
        .as("seed %d; the last case is in %s; output: %s", seed, dir, text)
        .isZero();
    // Every way must have been taken often, or this test proves nothing.
    assertThat(text).containsPattern("refused [0-9]{3,} rejected [0-9]{3,} ran [0-9]{3,}");
  }
}
