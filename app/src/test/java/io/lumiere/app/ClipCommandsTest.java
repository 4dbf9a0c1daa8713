package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.gallery.PaintedScenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A CLIP checkpoint from the file to the search. */
@Timeout(300)
class ClipCommandsTest {
  @TempDir Path dir;
  private Cli cli;
  private Path checkpoint;

  @BeforeEach
  void prepare() {
    cli = new Cli(dir.resolve("index"));
    checkpoint = TinyClip.write(dir.resolve("tiny.safetensors"));
  }

  private Cli.Result succeed(String... args) {
    Cli.Result result = cli.run(args);
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }

  @Test
  void aCheckpointIsConvertedAndBecomesTheDefault() {
    Cli.Result added = succeed("models", "add", "tiny", "--from", checkpoint.toString());
    assertThat(added.err()).contains("tiny.safetensors is CLIP").contains("Converting the text");
    assertThat(added.out()).contains("Added tiny: 64 dimensions").contains("It is the default");
    assertThat(succeed("models", "check", "tiny").out()).contains("tiny");
    JsonNode vector = succeed("encode", "--json", "a red car").json().getFirst();
    assertThat(vector.get("model").asText()).isEqualTo("tiny");
    assertThat(vector.get("vector")).hasSize(TinyClip.DIMENSION);

    Path photos = Samples.copy(dir);
    succeed("index", photos.toString());
    assertThat(succeed("stats").out()).contains("tiny");
    List<JsonNode> hits = succeed("search", "a red car", "--json", "--limit", "3").json();
    assertThat(hits).isNotEmpty();
  }

  @Test
  void aSecondModelIsAddedToAnIndexAndEachSearchChooses() throws IOException {
    Path photos = Samples.copy(dir);
    succeed("index", photos.toString());
    succeed("models", "add", "tiny", "--from", checkpoint.toString());
    String before = succeed("search", "sunset", "--json", "--limit", "5").out();
    succeed("reindex", "--model", "tiny", "--keep-default");
    assertThat(succeed("search", "sunset", "--json", "--limit", "5").out()).isEqualTo(before);
    String other = succeed("search", "sunset", "--model", "tiny", "--json", "--limit", "5").out();
    assertThat(other).isNotEqualTo(before);
    succeed("reindex", "--model", "tiny");
    assertThat(succeed("search", "sunset", "--json", "--limit", "5").out()).isEqualTo(other);
    copyOnePhoto(photos);
    succeed("index", photos.toString());
    assertThat(succeed("search", "name:added", "sunset", "--json").json()).hasSize(1);
    assertThat(succeed("search", "name:added", "sunset", "--model", "starter", "--json").json())
        .hasSize(1);
    Files.delete(photos.resolve("added.jpg"));
    succeed("index", photos.toString());
    succeed("reindex", "--drop", "starter");
    assertThat(succeed("search", "sunset", "--json", "--limit", "5").out()).isEqualTo(other);
    assertThat(succeed("stats").out()).doesNotContain("starter");
  }

  /** As where it is converted otherwise than before: the one in the index cannot be had again. */
  @Test
  void anotherVersionOfAModelTakesItsPlaceUnderTheSameName() throws IOException {
    Path photos = Samples.copy(dir);
    succeed("models", "add", "tiny", "--from", checkpoint.toString());
    succeed("index", photos.toString(), "--model", "tiny");
    succeed("models", "remove", "tiny", "--force");
    succeed("models", "add", "tiny", "--from", checkpoint.toString(), "--activation", "gelu_tanh");

    assertThat(cli.run("search", "sunset").err()).contains("is another version of it");
    assertThat(cli.run("search", "sunset", "--model", "tiny").err())
        .contains("add this one with 'lumiere reindex --model tiny'");
    succeed("reindex", "--model", "tiny");
    String found = succeed("search", "sunset", "--json", "--limit", "5").out();
    assertThat(succeed("search", "sunset", "--model", "tiny", "--json", "--limit", "5").out())
        .isEqualTo(found);
  }

  /** A photo that the archive does not have yet, in other pixels. */
  private static void copyOnePhoto(Path photos) throws IOException {
    BufferedImage image = PaintedScenes.paint(1, 120).getFirst();
    ImageIO.write(image, "jpg", photos.resolve("added.jpg").toFile());
  }

  @Test
  void eightBitsAreCalibratedWithPhotosOfTheIndexAndTheirCosinePrinted() throws IOException {
    Path photos = Samples.copy(dir);
    Files.delete(photos.resolve("manifest.tsv")); // It says that they are painted.
    succeed("models", "add", "tiny", "--from", checkpoint.toString());
    succeed("index", photos.toString());
    Cli.Result added =
        succeed("models", "add", "tiny8", "--from", checkpoint.toString(), "--precision", "int8");
    assertThat(added.err()).containsPattern("Calibrating with 23 photos of \\Q" + photos);
    assertThat(added.err()).containsPattern("in 8 bits: cosine to half precision \\.?0?\\.9\\d+");
  }

  @Test
  void whatIsNoCheckpointLeavesNothingBehind() throws IOException {
    Path wrong = Files.writeString(dir.resolve("notes.safetensors"), "this is no checkpoint");
    Cli.Result result = cli.run("models", "add", "wrong", "--from", wrong.toString());
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("notes.safetensors").doesNotContain("Exception");
    assertThat(cli.run("models", "info", "wrong").status()).isEqualTo(1);
  }
}
