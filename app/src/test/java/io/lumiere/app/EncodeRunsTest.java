package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.app.command.ExitStatus;
import io.lumiere.gallery.PaintedScenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encoding, comparing and labelling, with the starter. */
class EncodeRunsTest {
  @TempDir static Path folder;
  private static Path sunset;
  private static Path other;
  private static Cli cli;
  private static int dimension;

  @BeforeAll
  static void paint() throws IOException {
    cli = new Cli(folder.resolve("index"));
    dimension = cli.run("models", "info", "--json").json().get(0).get("dimension").asInt();
    sunset = folder.resolve("sunset.png");
    other = folder.resolve("other.png");
    ImageIO.write(PaintedScenes.paint(1, 320).get(0), "png", sunset.toFile());
    ImageIO.write(PaintedScenes.paint(2, 320).get(1), "png", other.toFile());
  }

  @Test
  void vectorsHaveUnitLengthAndSayWhatTheyAreOf() {
    List<JsonNode> lines = rows("encode", "a sunset", sunset.toString(), "a tax form", "--json");
    assertThat(lines)
        .extracting(line -> line.get("kind").asText() + " " + line.get("input").asText())
        .containsExactly("text a sunset", "image " + sunset, "text a tax form");
    for (JsonNode line : lines) {
      assertThat(line.get("model").asText()).isEqualTo("starter");
      assertThat(line.get("vector")).hasSize(dimension);
      assertThat(dot(line, line)).isCloseTo(1, within(1e-4));
    }
    assertThat(dot(lines.get(1), lines.get(0))).isGreaterThan(dot(lines.get(1), lines.get(2)));
  }

  @Test
  void standardInputAndForcedTextsAreTexts() {
    List<JsonNode> lines =
        cli.runWith("one\n\ntwo words\n", "encode", "-", sunset.toString(), "--text", "--json")
            .json();
    assertThat(lines).extracting(line -> line.get("kind").asText()).containsOnly("text");
    assertThat(lines)
        .extracting(line -> line.get("input").asText())
        .containsExactly("one", "two words", sunset.toString());
  }

  @Test
  void withoutJsonALineIsNumbers() {
    String[] numbers = cli.run("encode", "a sunset").out().strip().split(" ");
    assertThat(numbers).hasSize(dimension);
    assertThat(Float.parseFloat(numbers[0])).isBetween(-1f, 1f);
  }

  @Test
  void similarityComparesWithTheFirst() {
    List<JsonNode> lines =
        rows("similarity", "a dog on a beach", "a puppy by the sea", "a tax form", "--json");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("cosine").asDouble())
        .isGreaterThan(lines.get(1).get("cosine").asDouble());
    assertThat(cli.run("similarity", "a", "b", "c").out().lines()).hasSize(2);
  }

  @Test
  void labelsComeWithProbabilitiesThatAddUp() throws IOException {
    Path file = Files.writeString(folder.resolve("labels.txt"), "a kitchen\n\nan office\n");
    List<JsonNode> lines =
        rows(
            "label",
            sunset.toString(),
            other.toString(),
            "--labels",
            "sunset, keyboard",
            "--labels-file",
            file.toString(),
            "--json");
    assertThat(lines).hasSize(2);
    for (JsonNode line : lines) {
      double sum = 0;
      double last = 1;
      for (JsonNode label : line.get("labels")) {
        double probability = label.get("probability").asDouble();
        assertThat(probability).isBetween(0.0, last);
        last = probability;
        sum += probability;
      }
      assertThat(line.get("labels")).hasSize(4);
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
    assertThat(lines.get(0).get("labels").get(0).get("label").asText()).isEqualTo("sunset");
    assertThat(cli.run("label", sunset.toString(), "--labels", "sunset,office", "--top", "1").out())
        .matches("(?s).*sunset.png\\R  [01]\\.[0-9]{3}  sunset\\R");
  }

  @Test
  void aDamagedPictureDoesNotStopTheOthers() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "not a picture");
    Cli.Result result =
        cli.run("label", broken.toString(), sunset.toString(), "--labels", "a,b", "--json");
    assertThat(result.status()).isEqualTo(ExitStatus.PARTLY);
    assertThat(result.err()).contains("broken.jpg");
    assertThat(result.json()).hasSize(1);
    for (String command : new String[] {"similarity", "encode"}) {
      Cli.Result other =
          cli.run(command, "a sunset", broken.toString(), sunset.toString(), "--json");
      assertThat(other.status()).describedAs(command).isEqualTo(ExitStatus.PARTLY);
      assertThat(other.err()).contains("broken.jpg");
      assertThat(other.json()).hasSize(command.equals("encode") ? 2 : 1);
    }
    assertThat(cli.run("label", broken.toString(), "--labels", "a,b").status())
        .isEqualTo(ExitStatus.FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encode",
        "encode missing.jpg --image",
        "encode a --text --image",
        "similarity one",
        "label missing.jpg",
        "label missing.jpg --labels a,b",
        "label missing.jpg --labels-file missing.txt",
        "label missing.jpg --labels a,b --template no-place",
        "label missing.jpg --labels a,b --top 0",
      })
  void mistakesAreSaidInPlainWords(String arguments) {
    Cli.Result result = cli.run(arguments.split(" "));
    assertThat(result.status()).isNotZero();
    assertThat(result.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    assertThat(result.out()).isEmpty();
  }

  private static List<JsonNode> rows(String... args) {
    Cli.Result result = cli.run(args);
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.json();
  }

  private static double dot(JsonNode a, JsonNode b) {
    double sum = 0;
    for (int i = 0; i < a.get("vector").size(); i++) {
      sum += a.get("vector").get(i).asDouble() * b.get("vector").get(i).asDouble();
    }
    return sum;
  }
}
