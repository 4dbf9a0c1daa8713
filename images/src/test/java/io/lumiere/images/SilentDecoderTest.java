package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that a decoder's library prints reaches the terminal, also in a program without our
 * launcher: a virtual machine of its own decodes damaged files of all formats.
 */
class SilentDecoderTest {
  @Test
  void damagedFilesPrintNothing(@TempDir Path folder) throws Exception {
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("OPENCV_LOG_LEVEL");
    Path out = folder.resolve("out");
    builder.redirectError(errors.toFile()).redirectOutput(out.toFile());
    Process process = ChildProcess.start(builder, Duration.ofMinutes(4));
    process.waitFor();
    assertThat(Files.readString(errors)).isEqualTo("from Java\n");
    assertThat(Files.readString(out)).matches("\\d+ decoded, \\d+ refused\n");
    assertThat(process.exitValue()).isZero();
  }

  /** What the child runs. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
      ImageDecoder decoder = new ImageDecoder();
      int decoded = 0;
      int refused = 0;
      for (byte[] file : DamagedFiles.printed()) {
        try {
          decoder.decode(file, "a", 16);
          decoded++;
        } catch (ImageException e) {
          refused++;
        }
      }
      System.err.write("from Java\n".getBytes(StandardCharsets.UTF_8));
      System.err.flush();
      System.out.print(decoded + " decoded, " + refused + " refused\n");
    }
  }
}
