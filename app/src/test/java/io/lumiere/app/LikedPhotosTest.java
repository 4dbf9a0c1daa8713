package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Photos that are liked and unliked, with the real model. */
class LikedPhotosTest {
  private static final String SUNSET = "2021/Algarve/IMG_20210814_203844.jpg";
  private static final String DUSK = "2021/Dolomites/DSCF5120.jpg";

  @TempDir static Path folder;
  private static Path archive;
  private static Path elsewhere;
  private static Cli cli;

  @BeforeAll
  static void index() throws IOException {
    archive = Samples.shared();
    elsewhere = Files.copy(archive.resolve(SUNSET), folder.resolve("elsewhere.jpg"));
    cli = Samples.indexed(folder);
  }

  @Test
  void severalPhotosAreLikedByTheirMean() {
    List<JsonNode> hits = json("similar", SUNSET, DUSK, "--keep-marked");
    assertThat(hits.subList(0, 2))
        .extracting(hit -> hit.get("path").asText())
        .containsExactlyInAnyOrder(SUNSET, DUSK);
    assertThat(paths(json("similar", SUNSET, archive.resolve(DUSK).toString())))
        .isNotEmpty()
        .doesNotContain(SUNSET, DUSK);
    assertThat(paths(json("similar", elsewhere + "=3", DUSK))).startsWith(SUNSET);
    assertThat(json("search", "--like", SUNSET, "--like", DUSK))
        .isEqualTo(json("similar", SUNSET, DUSK));
  }

  @Test
  void aPhotoHasItsPathItsIdOrItsFile() {
    String id = json("similar", elsewhere.toString()).getFirst().get("id").asText();
    List<JsonNode> byPath = json("search", "boat", "--like", SUNSET, "--unlike", DUSK);
    assertThat(byPath).isNotEmpty();
    assertThat(json("search", "boat", "--like", id, "--unlike", archive.resolve(DUSK).toString()))
        .isEqualTo(byPath);
    assertThat(json("search", "boat similar:" + archive.resolve(SUNSET) + " -similar:" + DUSK))
        .isEqualTo(byPath);
  }

  @Test
  void feedbackMovesASearch() {
    double before = similarity(json("search", "--plain", "boat", "--keep-marked"));
    double liked = similarity(json("search", "boat", "--like", SUNSET, "--keep-marked"));
    double unliked = similarity(json("search", "boat", "--unlike", SUNSET, "--keep-marked"));
    assertThat(liked).isGreaterThan(before + 0.1);
    assertThat(unliked).isLessThan(before - 0.02);
  }

  @Test
  void theLanguageTakesFilesThatAreNotInTheIndex() {
    assertThat(json("search", "similar:" + elsewhere))
        .isEqualTo(json("search", "--like", elsewhere.toString()));
  }

  @Test
  void marksAreExplained() {
    assertThat(
            cli.run(
                    "search",
                    "boat",
                    "--like",
                    SUNSET,
                    "--like",
                    DUSK + "=2",
                    "--unlike",
                    elsewhere.toString(),
                    "--explain",
                    "--limit",
                    "1")
                .out())
        .contains(
            "adds likeness to photo " + SUNSET + ", one of 2 whose mean has weight 0.75\n",
            "it counts 2.0 in the mean",
            "moves away from photo " + elsewhere + " with weight 0.15\n");
  }

  @Test
  void aPhotoThatIsNotThereHasACaretUnderIt() {
    Cli.Result result = cli.run("search", "boat similar:2021/algarve/IMG_20210814_203844.JPG");
    assertThat(result.status()).isNotZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("     ^^^^^^^^", "and no such file; did you mean similar:" + SUNSET + "?");
    assertThat(cli.run("similar", "dscf5120.jpg").err()).contains("did you mean " + DUSK + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search boat --like missing.jpg",
        "search boat --unlike missing.jpg=2",
        "search boat --like 2021/Dolomites/DSCF5120.jpg=0",
        "search boat --like 2021/Dolomites/DSCF5120.jpg=-1",
        "search --in captions boat --like 2021/Dolomites/DSCF5120.jpg",
        "similar",
      })
  void mistakesAreSaidInPlainWords(String arguments) {
    Cli.Result result = cli.run(arguments.split(" "));
    assertThat(result.status()).isNotZero();
    assertThat(result.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    assertThat(result.out()).isEmpty();
  }

  private static List<JsonNode> json(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--json", "--limit", "23"));
    Cli.Result result = cli.run(all.toArray(String[]::new));
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.json();
  }

  private static List<String> paths(List<JsonNode> hits) {
    return hits.stream().map(hit -> hit.get("path").asText()).toList();
  }

  private static double similarity(List<JsonNode> hits) {
    return hits.stream()
        .filter(hit -> hit.get("path").asText().equals(SUNSET))
        .mapToDouble(hit -> hit.get("similarity").asDouble())
        .findFirst()
        .orElseThrow();
  }
}
