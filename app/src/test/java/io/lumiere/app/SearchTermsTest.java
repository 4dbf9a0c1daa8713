package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and pictures with weights, with the real model. */
class SearchTermsTest {
  private static final String SUNSET = "2021/Algarve/IMG_20210814_203844.jpg";

  @TempDir static Path folder;
  private static Path archive;
  private static Cli cli;

  @BeforeAll
  static void index() {
    archive = Samples.shared();
    cli = Samples.indexed(folder);
  }

  @Test
  void weightsMoveASearchFromOneTextToAnother() {
    double mostlyApple = similarity("--add", "red apple", "--add", "sunset=0.2");
    double mostlySunset = similarity("--add", "red apple=0.2", "--add", "sunset");
    assertThat(mostlySunset).isGreaterThan(mostlyApple + 0.05);
    assertThat(similarity("--add", "sunset=5"))
        .isCloseTo(similarity("--plain", "sunset"), within(1e-5));
    assertThat(similarity("boat", "--add", "sunset=-0.5"))
        .isCloseTo(similarity("boat", "--not", "sunset=0.5"), within(1e-6))
        .isCloseTo(similarity("boat", "--not", "sunset"), within(1e-5))
        .isLessThan(similarity("boat"));
  }

  @Test
  void picturesHaveWeightsAndOddNames() throws IOException {
    Path odd = Files.copy(archive.resolve(SUNSET), folder.resolve("sunset.jpg=2"));
    String lake = archive.resolve("2021/Finland/_6210007.jpg").toString();
    assertThat(similarity("--image", odd.toString())).isGreaterThan(0.999);
    double more = similarity("--image", odd + "=3", "--image", lake);
    double less = similarity("--image", odd.toString(), "--image", lake + "=3");
    assertThat(more).isGreaterThan(less);
  }

  @Test
  void eachTermIsExplained() {
    Cli.Result result =
        cli.run(
            "search",
            "boat",
            "--image",
            archive.resolve(SUNSET).toString(),
            "--add",
            "at night=0.7",
            "--add",
            "E=mc",
            "--not",
            "people=0.3",
            "--not",
            "cars",
            "--explain",
            "--limit",
            "1");
    assertThat(result.status()).describedAs(result.err()).isZero();
    assertThat(result.out())
        .contains(
            SUNSET + " with weight 1\n",
            "adds 'at night' with weight 0.7\n",
            "adds 'E=mc' with weight 1\n",
            "moves away from 'people' with weight 0.3\n",
            "moves away from 'cars' with weight 0.5");
  }

  @Test
  void helpTeachesWeights() {
    assertThat(cli.run("search", "--help").out())
        .contains("--add=TEXT[=WEIGHT]", "--add 'at night=0.7' --not people");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search boat --add sea=0",
        "search boat --add sea=101",
        "search boat --not sea=-1",
        "search boat --not sea=0",
        "search --not sea=1",
        "search --add sea=-1",
        "search --add sea --not sea=1",
        "search --image missing.jpg=2",
        "search --in captions boat --add sea",
      })
  void mistakesAreSaidInPlainWords(String arguments) {
    Cli.Result result = cli.run(arguments.split(" "));
    assertThat(result.status()).isNotZero();
    assertThat(result.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    assertThat(result.out()).isEmpty();
  }

  private static double similarity(String... arguments) {
    List<String> all = new ArrayList<>(List.of("search", "--limit", "23", "--json"));
    all.addAll(List.of(arguments));
    Cli.Result result = cli.run(all.toArray(String[]::new));
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.json().stream()
        .filter(hit -> hit.get("path").asText().equals(SUNSET))
        .map((JsonNode hit) -> hit.get("similarity").asDouble())
        .findFirst()
        .orElseThrow();
  }
}
