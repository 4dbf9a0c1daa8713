package io.lumiere.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.testing.ChildProcess;
import io.lumiere.testing.VitestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gallery in a real browser, over the painted scenes with the real model: the tests in {@code
 * web/src/test/browser}. Without Node.js or Chromium they are skipped.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES) // They are many tests in one.
final class BrowserTest {
  /** As the tests in scroll.test.ts expect it. */
  private static final int LARGE = 20_000;

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> passes() throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("LUMIERE_CHROMIUM", chromium());
    environment.put("LUMIERE_COMMAND", new ObjectMapper().writeValueAsString(command()));
    environment.put("LUMIERE_HOME", ROOT.toString());
    CompletableFuture<Path> large = CompletableFuture.supplyAsync(this::largeArchive);
    environment.put("LUMIERE_INDEX", Samples.indexFolder(folder).toString());
    environment.put("LUMIERE_MODELS", folder.resolve("models").toString());
    environment.put("LUMIERE_LARGE_INDEX", large.join().toString());
    environment.put("LUMIERE_PHOTOS", fewPhotos().toString());
    return new VitestRun(
            ROOT.resolve("web"), "browser.config.ts", environment, Duration.ofMinutes(18))
        .tests();
  }

  private Path largeArchive() {
    try {
      return LargeArchive.write(folder.resolve("large"), LARGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Debian's, installed if it can be. */
  private static String chromium() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", ROOT.resolve("setup/chromium.sh").toString());
    Process process = ChildProcess.start(builder, Duration.ofMinutes(4));
    process.getOutputStream().close();
    String path =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String why =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assumeTrue(process.waitFor() == 0, why);
    return path;
  }

  /** This program, as this test's virtual machine runs it. */
  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--add-modules=jdk.incubator.vector",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  /** For the test that indexes a folder: eight of the scenes. */
  private Path fewPhotos() throws IOException {
    Path few = Files.createDirectories(folder.resolve("few photos"));
    try (Stream<Path> photos = Files.walk(Samples.shared())) {
      for (Path photo :
          photos.filter(path -> path.toString().endsWith(".jpg")).sorted().limit(8).toList()) {
        Files.copy(photo, few.resolve(photo.getFileName().toString()));
      }
    }
    return few;
  }
}
