package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.gallery.PaintedScenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models commands, with the starter taken over under other names as models of their own. */
@Timeout(300)
class ModelsRunsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder.resolve("index"));
  }

  @Test
  void theStarterIsThereAndWorks() {
    JsonNode info = json("models", "info", "--json");
    assertThat(info.get("name").asText()).isEqualTo("starter");
    assertThat(info.get("default").asBoolean()).isTrue();
    assertThat(ok("models", "list")).contains("starter", "default, built in");
    JsonNode check = json("models", "check", "--json");
    assertThat(check.get("passed").asBoolean()).isTrue();
    assertThat(check.get("checks")).hasSize(4);
    assertThat(ok("models", "check")).contains("ok    files", "ms an image", "The model works");
  }

  @Test
  void aModelIsAddedUsedCheckedAndRemoved() throws IOException {
    String first = ok("models", "add", "first", "--from", starter());
    assertThat(first).contains("Added first: ", "It is the default");
    String second = ok("models", "add", "second", "--from", starter());
    assertThat(second).contains("'lumiere models use second'");
    assertThat(rows("models", "list", "--json"))
        .extracting(row -> row.get("name").asText() + " " + row.get("default").asBoolean())
        .containsExactly("starter false", "first true", "second false");

    assertThat(json("models", "check", "second", "--json").get("checks"))
        .extracting(check -> check.get("what").asText())
        .endsWith("as when it was added");
    ok("models", "use", "second");
    assertThat(json("models", "info", "--json").get("name").asText()).isEqualTo("second");

    assertThat(cli.run("models", "remove", "second").err()).contains("--force");
    assertThat(ok("models", "remove", "second", "--force")).contains("starter is the default now");
    ok("models", "remove", "first");
    assertThat(rows("models", "list", "--json")).hasSize(1);
  }

  @Test
  void aDamagedModelFailsTheCheck() throws IOException {
    ok("models", "add", "mine", "--from", starter());
    Path vocabulary = folder.resolve("models/mine/vocab.txt");
    Files.writeString(vocabulary, Files.readString(vocabulary).replaceFirst("sunset", "sunsex"));
    Cli.Result result = cli.run("models", "check", "mine");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("FAIL  files", "vocab.txt", "does not work");
  }

  @Test
  void newIndexesTakeTheDefaultAndOldOnesKeepTheirs() throws IOException {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    ImageIO.write(PaintedScenes.paint(1, 320).get(0), "png", photos.resolve("sunset.png").toFile());
    ok("models", "add", "mine", "--from", starter());
    ok("index", photos.toString(), "--quiet");
    assertThat(json("stats", "--json").get("model").asText()).isEqualTo("mine");

    ok("models", "use", "starter");
    assertThat(rows("search", "sunset", "--json")).hasSize(1);
    ok("models", "remove", "mine");
    Cli.Result missing = cli.run("search", "sunset");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err())
        .contains(
            "was made with model mine", "not installed", "lumiere models add mine --from FILE");
    ok("models", "add", "other", "--from", starter());
    assertThat(cli.run("search", "sunset").err())
        .contains("installed under another name", "lumiere models add mine --from");
    ok("models", "add", "mine", "--from", folder.resolve("models/other").toString());
    assertThat(rows("search", "sunset", "--json")).hasSize(1);
  }

  @Test
  void aModelKeepsInWhichPrecisionItRuns() throws IOException {
    ok("models", "add", "mine", "--from", starter(), "--precision", "fp32");
    assertThat(folder.resolve("models/mine/precision.txt")).hasContent("fp32");
    assertThat(cli.run("models", "add", "small", "--from", starter(), "--precision", "int8").err())
        .contains("converted already");
  }

  @Test
  void eightBitsWithoutPhotosAreRefusedBeforeAnythingIsDownloaded() {
    Cli.Result refused =
        cli.with("LUMIERE_CACHE", folder.resolve("cache").toString())
            .run("models", "add", "clip-vit-b-32", "--precision", "int8");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("int8 is calibrated with photos", "--calibrate")
        .doesNotContain("clip-vit-b-32");
  }

  @Test
  void knownModelsAreListed() {
    assertThat(rows("models", "list", "--known", "--json"))
        .extracting(row -> row.get("name").asText())
        .contains("clip-vit-b-32", "chinese-clip-vit-b-16", "siglip2-b-16");
    assertThat(ok("models", "list", "--known")).contains("clip-rn50", "255.8 MB", "English");
    assertThat(ok("models", "info", "clip-vit-b-32"))
        .contains(
            "not installed", "40d365715913c9da98579312b702a82c18be219cc2a73407c4526f58eba950af");
  }

  @Test
  void whatCannotBeConvertedIsNotDownloaded() {
    List<JsonNode> unsupported =
        rows("models", "list", "--known", "--json").stream()
            .filter(row -> !row.get("supported").asBoolean())
            .toList();
    for (JsonNode model : unsupported) {
      Cli.Result result = cli.run("models", "add", model.get("name").asText());
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).contains("cannot convert", model.get("family").asText());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models add no-such-model",
        "models add Upper --from .",
        "models add mine --from missing.pt",
        "models add starter --from .",
        "models add mine --from . --precision fp8",
        "models add mine --from . --calibrate .",
        "models use nothing",
        "models remove nothing",
        "models remove starter",
        "models info nothing",
        "models check nothing",
        "models frobnicate",
        "encode x --model nothing",
        "index . --model nothing",
      })
  void mistakesAreSaidInPlainWords(String arguments) {
    cli.run(arguments.split(" ")).isRefusedInPlainWords();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "add", "use", "remove", "info", "check"})
  void everyCommandHasHelp(String command) {
    assertThat(ok("models", command, "--help")).contains("Usage: lumiere models " + command);
  }

  /** The folder of the starter: a model that another Lumiere has made, as it were. */
  private String starter() {
    return json("models", "info", "starter", "--json").get("folder").asText();
  }

  private String ok(String... args) {
    Cli.Result result = cli.run(args);
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.out();
  }

  private List<JsonNode> rows(String... args) {
    Cli.Result result = cli.run(args);
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.json();
  }

  private JsonNode json(String... args) {
    return rows(args).get(0);
  }
}
