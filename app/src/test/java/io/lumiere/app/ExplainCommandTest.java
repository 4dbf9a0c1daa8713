package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why photos are found and why they are not, with the real model. */
class ExplainCommandTest {
  private static final String SUNSET = "2021/Algarve/IMG_20210814_203844.jpg";

  @TempDir static Path folder;
  private static Path archive;
  private static Cli cli;

  @BeforeAll
  static void index() throws IOException {
    archive = Samples.copy(folder);
    Files.writeString(archive.resolve("broken.jpg"), "not a photo");
    cli = new Cli(folder.resolve("index"));
    Cli.Result indexed = cli.run("index", archive.toString(), "--json");
    // One of its files cannot be read.
    assertThat(indexed.status()).describedAs(indexed.err()).isEqualTo(3);
    Files.copy(archive.resolve(SUNSET), archive.resolve("new.jpg"));
    Files.copy(archive.resolve(SUNSET), folder.resolve("elsewhere.jpg"));
  }

  private static String why(String text, String photo, String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(more, 0, all, 4, more.length);
    all[0] = "search";
    all[1] = text;
    all[2] = "--explain-photo";
    all[3] = photo;
    Cli.Result result = cli.run(all);
    assertThat(result.status()).describedAs(result.err()).isZero();
    return result.out();
  }

  @Test
  void aPhotoIsExplained() {
    assertThat(why("sunset", SUNSET))
        .startsWith(SUNSET + "\n  it is hit ")
        .contains("  what it shows: cosine ", "  its words: ");
    assertThat(why("sunset year:2019", archive.resolve(SUNSET).toString()))
        .contains("a filter leaves it out", "year 2019: it was taken on 2021-08-14");
    assertThat(why("sunset", SUNSET, "--min-score", "0.999"))
        .contains("its score would be 0.", "the lowest score asked for is 0.999");
    assertThat(why("sunset", archive.resolve("broken.jpg").toString()))
        .contains("broken.jpg\n", "could not be read");
  }

  @Test
  void aPhotoThatTheIndexDoesNotHoldIsLookedFor() {
    assertThat(why("sunset", archive.resolve("new.jpg").toString()))
        .contains("the index does not hold it", "its file is in the archive", "the next indexing");
    assertThat(why("sunset", "new.jpg")).contains("its file is in the archive");
    assertThat(why("sunset", folder.resolve("elsewhere.jpg").toString()))
        .contains("outside of the archive");
    assertThat(why("sunset", "IMG_20210814_203844.JPG"))
        .contains("did you mean " + SUNSET + "?", "no such file");
  }

  @Test
  void jsonSaysTheSame() {
    JsonNode why =
        cli.run("search", "sunset", "--explain-photo", SUNSET, "--json").json().getFirst();
    assertThat(why.get("outcome").asText()).isEqualTo("hit");
    assertThat(why.get("explain").get(0).get("leg").asText()).isEqualTo("vector");
    List<JsonNode> lines =
        cli.run("search", "sunset iso:>10", "--explain", "--json", "--limit", "3").json();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst().get("understood").get(0).asText()).contains("by their words");
    assertThat(lines.getFirst().get("lucene").asText()).contains("iso:[11 TO");
    assertThat(lines.getLast().get("inWords")).isNotEmpty();
    assertThat(lines.getLast().get("explain").get(0).get("found").asInt()).isPositive();
  }

  @Test
  void oneSearchIsExplained() {
    assertThat(cli.run("search", "x", "--in", "captions", "--explain-photo", SUNSET).err())
        .contains("--explain-photo");
  }
}
