package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does harm is found, whatever the harm is, and kept. */
class FuzzTest {
  private static final byte[] GOOD = "a good input of some length".getBytes(StandardCharsets.UTF_8);

  private final Fuzz fuzz =
      Fuzz.target("selftest").inputs(List.of(GOOD)).times(300).limit(Duration.ofMinutes(1));
  private final Fuzz hanging =
      Fuzz.target("selftest-hang").inputs(List.of(GOOD)).limit(Duration.ofMillis(500));

  @AfterEach
  void forgetTheRuns() throws IOException {
    Files.deleteIfExists(Path.of("target/fuzz/runs.tsv"));
  }

  @Test
  void inputsAreTakenOrRefused() throws IOException {
    FuzzReport report = fuzz.run(input -> Arrays.equals(input.bytes(), GOOD));
    assertThat(report.executions()).isEqualTo(301);
    assertThat(report.taken()).isBetween(1L, 30L);
    assertThat(report.findings()).isZero();
    assertThat(report)
        .hasToString(report.toString())
        .asString()
        .startsWith("fuzz selftest: 301 ex");
  }

  @Test
  void theSameSeedGivesTheSameInputs() throws IOException {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    fuzz.run(input -> first.add(Arrays.toString(input.bytes())));
    fuzz.run(input -> second.add(Arrays.toString(Files.readAllBytes(input.file()))));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aFindingIsKeptAndSaysHowToRepeatIt() throws IOException {
    AssertionError error =
        catchThrowableOfType(
            AssertionError.class, () -> fuzz.run(input -> input.bytes()[3] == GOOD[3]));
    Matcher named =
        Pattern.compile("(?s).*ArrayIndexOutOfBounds.*: ./lumiere fuzz selftest (\\S+).*")
            .matcher(error.getMessage());
    assertThat(named.matches()).as(error.getMessage()).isTrue();
    Path file = Path.of(named.group(1));
    assertThat(Files.size(file)).isLessThan(4);
    assertThat(Path.of(file + ".txt")).content().contains("FuzzTest.java");
    assertThat(Path.of("target/fuzz/selftest/current.bin")).doesNotExist();
  }

  @Test
  void errorsAreFindings() {
    assertThatThrownBy(() -> fuzz.run(input -> deep(0) > 0)).hasMessageContaining("StackOverflow");
    assertThatThrownBy(() -> fuzz.run(input -> new long[Integer.MAX_VALUE].length > 0))
        .hasMessageContaining("OutOfMemoryError");
  }

  @Test
  void aHangIsAFinding() {
    assertThatThrownBy(() ->
            hanging.run(input -> {
              Thread.sleep(60_000);
              return true;
            }))
        .hasMessageContaining("takes longer than 500 ms")
        .hasMessageContaining("3 findings");
  }

  /** What does not even stop at an interrupt ends the run: it would go on taking time. */
  @Test
  void aHangThatCannotBeStoppedEndsTheRun() {
    Stubborn stubborn = new Stubborn();
    assertThatThrownBy(() -> hanging.run(stubborn))
        .hasMessageContaining("takes longer than 500 ms")
        .hasMessageContaining(" 1 executions");
    stubborn.enough = true;
  }

  private static int deep(int depth) {
    return depth < 0 ? depth : deep(depth + 1) + 1;
  }

  private static final class Stubborn implements FuzzCheck {
    private volatile boolean enough;

    @Override
    public boolean takes(FuzzInput input) {
      while (!enough) {
        Thread.onSpinWait();
      }
      return true;
    }
  }
}
