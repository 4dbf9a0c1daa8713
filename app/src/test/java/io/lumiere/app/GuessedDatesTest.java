package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photo of which only the file's time is known never looks as if its date were known. */
class GuessedDatesTest {
  @TempDir static Path folder;
  private static Cli cli;

  @BeforeAll
  static void index() throws IOException {
    Path archive = Files.createDirectory(folder.resolve("photos"));
    picture(archive.resolve("scan.png"));
    picture(archive.resolve("2019-05-04 picnic.png"));
    cli = new Cli(folder.resolve("index"));
    Cli.Result indexed = cli.run("index", archive.toString(), "--json");
    assertThat(indexed.status()).describedAs(indexed.err()).isZero();
  }

  private static void picture(Path file) throws IOException {
    File written = file.toFile();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", written);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2011-06-15T12:00:00Z")));
  }

  @Test
  void hitsMarkIt() {
    Cli.Result table = cli.run("search", "--sort", "name");
    assertThat(table.out())
        .contains("  2019-05-04  ", "  ~2011-06-15 ")
        .endsWith("~ the file's time: nothing says when the photo was taken\n");
    assertThat(cli.run("search", "has:date").out()).contains("picnic").doesNotContain("~");
    JsonNode guess = cli.run("search", "confidence:guess", "--json").json().getFirst();
    assertThat(guess.get("path").asText()).isEqualTo("scan.png");
    assertThat(guess.get("taken_source").asText()).isEqualTo("file-modified");
    assertThat(guess.get("taken_confidence").asText()).isEqualTo("low");
    assertThat(guess.get("taken_guessed").asBoolean()).isTrue();
  }

  @Test
  void countsOfYearsLeaveItOutUnlessAsked() {
    String[] counts = {"search", "--facets", "year", "--histogram=year", "--limit", "0"};
    assertThat(cli.run(counts).out())
        .contains("  2019  year:2019 has:date\n", "1  (not known)", "1  (only the file's time")
        .doesNotContain("2011");
    String[] all = {"search", "--facets", "year", "--guessed-dates", "--limit", "0"};
    assertThat(cli.run(all).out()).contains("  2011  year:2011\n").doesNotContain("not known");
  }

  @Test
  void groupsAndStatsTellItApart() {
    assertThat(cli.run("search", "--group", "year").out())
        .contains("2011, by the file's time, 1 photo");
    assertThat(cli.run("stats").out())
        .contains("2, 1 with a date, 1 with the file's time only")
        .contains("Taken     2019-05-04 to 2019-05-04");
    assertThat(cli.run("stats", "--json").json().getFirst().get("guessed").asInt()).isEqualTo(1);
  }

  @Test
  void explanationsSayIt() {
    assertThat(cli.run("search", "year:2019", "--explain-photo", "scan.png").out())
        .contains("it is not known when it was taken; its file's time is 2011-06-15");
  }
}
