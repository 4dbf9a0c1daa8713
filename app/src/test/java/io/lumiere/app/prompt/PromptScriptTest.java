package io.lumiere.app.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the script that the launcher asks a gallery by makes of its replies. */
@EnabledOnOs(OS.LINUX)
class PromptScriptTest {
  private static final Path SCRIPT = Path.of("../setup/ask-gallery.pl").toAbsolutePath();
  private static final String JDK = System.getProperty("java.home");

  private Path cache = Path.of("");
  private Path home = Path.of("");
  private final List<PromptServer> servers = new ArrayList<>();

  private record Printed(int status, String out, String err) {}

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    assumeTrue(Stream.of("/usr/bin/perl", "/bin/perl").map(Path::of).anyMatch(Files::exists));
    assumeTrue(Files.exists(Path.of(JDK, "release")));
    // A path of a socket has room for a hundred characters.
    cache = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "lum");
    home = folder;
    Files.createDirectories(home.resolve("app/target"));
    Files.createFile(home.resolve("app/target/built.stamp"));
  }

  @AfterEach
  void close() throws IOException {
    servers.forEach(PromptServer::close);
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void answering(PromptServer.Answerer answerer) {
    Map<String, String> environment = Map.of("LUMIERE_HOME", home.toString(), "LANG", "C.UTF-8");
    servers.add(Objects.requireNonNull(PromptServer.start(cache, environment, answerer)));
  }

  private Printed ask(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("perl", SCRIPT.toString(), cache.resolve("prompt").toString()));
    command.addAll(List.of(arguments));
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("JAVA_HOME", JDK);
    builder.environment().put("LUMIERE_HOME", home.toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().putAll(more);
    int status = builder.start().waitFor();
    return new Printed(status, Files.readString(out), Files.readString(err));
  }

  @Test
  void bothOutputsComeWithTheStatus() throws Exception {
    answering((request, output) -> {
      PromptServerTest.print(
          output, false, "für " + request.arguments() + " in " + request.folder());
      PromptServerTest.print(output, true, "note;");
      PromptServerTest.print(
          output, false, request.environment().get("LUMIERE_COLUMNS") + "x".repeat(200_000));
      return OptionalInt.of(3);
    });
    Printed printed = ask(Map.of("LUMIERE_COLUMNS", "77"), "search", "𝄞 日 day", "");
    assertThat(printed)
        .isEqualTo(
            new Printed(
                3,
                "für [search, 𝄞 日 day, ] in " + home.toRealPath() + "77" + "x".repeat(200_000),
                "note;"));
  }

  @Test
  void whatIsDeclinedOrNotTheSamePlaceIsLeftToTheOther() throws Exception {
    Printed nothing = new Printed(PromptClient.NOT_ANSWERED, "", "");
    assertThat(ask(Map.of(), "search")).as("no gallery").isEqualTo(nothing);
    answering((request, output) -> {
      PromptServerTest.print(output, false, "too early");
      return request.arguments().contains("declined") ? OptionalInt.empty() : OptionalInt.of(0);
    });
    assertThat(ask(Map.of(), "search")).isEqualTo(new Printed(0, "too early", ""));
    assertThat(ask(Map.of(), "search", "declined")).isEqualTo(nothing);
    assertThat(ask(Map.of("LUMIERE_MODELS", "/elsewhere"), "search")).isEqualTo(nothing);
    assertThat(ask(Map.of("TZ", "Asia/Tokyo"), "search")).isEqualTo(nothing);
    assertThat(ask(Map.of("SOME_SECRET", "x"), "search").status()).isZero();
  }
}
