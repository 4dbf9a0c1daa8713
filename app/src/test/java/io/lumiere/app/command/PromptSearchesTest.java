package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.Samples;
import io.lumiere.app.output.Console;
import io.lumiere.app.prompt.PromptOutput;
import io.lumiere.app.prompt.PromptRequest;
import io.lumiere.web.archives.OpenEncoders;
import io.lumiere.workspace.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A gallery prints for the prompt what a process of its own does. */
class PromptSearchesTest {
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private PromptSearches searches =
      new PromptSearches(new Home(System.getenv()), new OpenEncoders());
  private Path index = Path.of("");

  /** What a run printed. */
  private record Printed(int status, String out, String err) {}

  @BeforeEach
  void samples(@TempDir Path folder) {
    index = Samples.indexFolder(folder);
    environment.put("LUMIERE_INDEX", index.toString());
    searches.close();
    searches = new PromptSearches(new Home(environment), new OpenEncoders());
  }

  @AfterEach
  void close() {
    searches.close();
  }

  private Printed alone(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(InputStream.nullInputStream(), out, err, environment);
    int status = CommandRun.run(console, args);
    return new Printed(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private OptionalInt served(PromptOutput output, String... args) {
    PromptRequest request =
        new PromptRequest("", Path.of("/elsewhere"), environment, List.of(args));
    return searches.answer(request, output);
  }

  private Printed served(String... args) {
    PromptOutput output = new PromptOutput();
    OptionalInt status = served(output, args);
    assertThat(status).as("answered").isPresent();
    return new Printed(status.getAsInt(), output.text(false), output.text(true));
  }

  private void isTheSame(String... args) {
    Printed alone = alone(args);
    assertThat(served(args)).as("the first time").isEqualTo(alone);
    assertThat(served(args)).as("again").isEqualTo(alone);
  }

  private void isDeclined(String... args) {
    PromptOutput output = new PromptOutput();
    assertThat(served(output, args)).as(String.join(" ", args)).isEmpty();
  }

  @Test
  void everythingIsPrintedAlike() {
    isTheSame("search", "sunset");
    isTheSame("search", "boats in a harbour", "--json", "--highlight");
    isTheSame("search", "harbur", "--year", "2021");
    isTheSame("search", "sunset", "--facets", "all", "--histogram", "--limit", "0");
    isTheSame("search", "beach", "--explain", "--group", "day", "--collapse");
    isTheSame("search", "--index", index.toString(), "--sort", "newest", "--page-token");
    isTheSame("search", "zzzzz year:1850");
  }

  @Test
  void mistakesOfTheTextAreSaidAlike() {
    isTheSame("search", "year:soon");
    isTheSame("search", "beach", "--min-score", "7");
    assertThat(served("search", "year:soon").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void whatReadsFilesByNamesIsDeclined() {
    isDeclined("search", "--image", "a.jpg");
    isDeclined("search", "sunset", "--like", "a.jpg");
    isDeclined("search", "similar:a.jpg");
    isDeclined("search", "sunset", "--sheet", "out.jpg");
    isDeclined("search", "--queries", "q.txt");
    isDeclined("search", "@arguments");
    isDeclined("search", "sunset", "--index", "index");
  }

  @Test
  void whatIsNotASearchOrHasNoIndexIsDeclined() {
    isDeclined("index", "x");
    isDeclined("search", "--no-such-option");
    isDeclined("search", "--help");
    isDeclined("search", "sunset", "--index", "/no/such/index");
    isDeclined("search", "sunset", "--index", "solr://127.0.0.1:1/photos");
    isDeclined();
  }

  @Test
  void whatFailsIsDeclined() {
    assertThat(alone("search", "beach", "--not", "beach=1").status()).isEqualTo(ExitStatus.FAILED);
    isDeclined("search", "beach", "--not", "beach=1");
  }

  @Test
  void aChangeOfTheIndexIsSeenAtOnce() {
    isTheSame("search", "--limit", "3");
    Printed before = served("search", "--limit", "100");
    Printed run = alone("index", Samples.shared().toString(), "--exclude", "*a*");
    assertThat(run.status()).as(run.err()).isZero();
    isTheSame("search", "--limit", "100");
    assertThat(served("search", "--limit", "100")).isNotEqualTo(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anIndexThatIsGoneLeavesTheDisk() throws IOException {
    served("search", "sunset");
    assertThat(mapped()).isNotEmpty();
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(index);

    isDeclined("search", "sunset");

    assertThat(mapped()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsRewrittenOrNotAskedForIsClosed() throws IOException {
    served("search", "sunset");
    searches.leave(System.nanoTime());
    assertThat(mapped()).isNotEmpty();
    searches.leave(System.nanoTime() + Duration.ofMinutes(6).toNanos());
    assertThat(mapped()).isEmpty();

    served("search", "sunset");
    alone("index", Samples.shared().toString(), "--exclude", "*a*");
    searches.leave(System.nanoTime());
    assertThat(mapped()).isEmpty();
    isTheSame("search", "sunset");
  }

  /** Parts of the index's files that this process has in memory. */
  private List<String> mapped() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.contains(index.toString()))
        .toList();
  }

  @Test
  void nothingIsAnsweredAfterTheEnd() {
    isTheSame("search", "sunset");
    searches.close();
    isDeclined("search", "sunset");
  }
}
