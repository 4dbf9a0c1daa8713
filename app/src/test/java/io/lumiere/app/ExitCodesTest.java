package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.command.ExitStatus;
import io.lumiere.workspace.Home;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each command returns and says, on an archive of a photo with a wild name and no photo. */
class ExitCodesTest {
  private static final String WILD = "a\u001b[2J\nb\u202e.png";

  @TempDir static Path folder;
  private static Path archive;
  private static Cli cli;

  @BeforeAll
  static void index() throws IOException {
    archive = Files.createDirectories(folder.resolve("photos"));
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(image, "png", archive.resolve(WILD).toFile());
    cli = new Cli(folder.resolve("index"));
    Cli.Result indexed = cli.run("index", archive.toString());
    assertThat(indexed.status()).describedAs(indexed.err()).isZero();
    assertThat(indexed.out()).startsWith("1 photo in ");
  }

  @Test
  void filesThatCannotBeReadGiveAStatusOfTheirOwn() throws IOException {
    Path broken = Files.writeString(archive.resolve("broken\r.jpg"), "no photo");
    Cli.Result result = cli.run("index", archive.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.PARTLY);
    assertThat(result.out()).contains("1 file could not be read:", "broken\\r.jpg");
    assertThat(cli.run("index", archive.toString(), "--json").json().get(0).at("/failures/0/path"))
        .hasToString("\"broken\\r.jpg\"");
    assertThat(cli.run("stats").out()).contains("broken\\r.jpg").doesNotContain("\r");
    Files.delete(broken);
    assertThat(cli.run("index", archive.toString()).status()).isZero();
  }

  @Test
  void anIndexInAFormatThatIsNotKnownIsSaidToBe(@TempDir Path foreign) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setCodec(new FilterCodec("Unheard", Codec.getDefault()) {});
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(foreign), config)) {
      writer.addDocument(new Document());
    }
    Cli other = new Cli(foreign);
    for (String command :
        List.of("search x", "similar x", "stats", "index " + archive, "reindex --model x")) {
      Cli.Result result = other.run(command.split(" "));
      assertThat(result.status()).as(command).isEqualTo(ExitStatus.FAILED);
      assertThat(result.err())
          .as(command)
          .contains("index " + foreign + " was written by another Lucene")
          .contains("another --index")
          .doesNotContain("Exception", "Unheard");
    }
  }

  @Test
  void aNameIsEscapedForPeopleAndExactForScripts() {
    Cli.Result table = cli.run("search", "--highlight", "png");
    assertThat(table.out())
        .contains("a\\u001b[2J\\nb\\u202e.png")
        .doesNotContain("\u001b", "\u202e", "2J\n");
    assertThat(cli.run("search", "--json").json().get(0).get("path").asText()).isEqualTo(WILD);
    assertThat(cli.run("similar", "nowhere\u001b[31m").err())
        .contains("nowhere\\u001b[31m")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "0, search lake",
    "0, --help",
    "0, help search",
    "1, index nowhere",
    "1, search x --index nowhere",
    "1, similar nowhere.jpg",
    "1, search x --explain-photo y --index solr://127.0.0.1:1/photos",
    "1, label nowhere.jpg --labels a",
    "1, models use nosuch",
    "2, serch",
    "2, search --yaer 2021",
    "2, search x --index solr://photos",
    "2, index . --index solr://127.0.0.1:1/photos",
    "2, search --year abc",
    "2, search --limit -1",
    "2, search -people",
    "2, search camra:x",
    "2, search --in captions x --sort newest",
    "2, search --from 2022 --to 2021",
    "2, search --facets colour",
    "2, index",
    "2, index . --zone Mars",
    "2, reindex",
    "2, similarity one",
    "2, export --query lake",
    "2, export --fields nosuch",
    "2, search --sort newset",
    "1, search --queries nowhere.txt",
    "1, eval nowhere.tsv",
  })
  void mistakesHaveTheStatusOfTheirKind(int status, String arguments) {
    Cli.Result result = cli.run(arguments.split(" "));
    assertThat(result.status()).describedAs(result.err()).isEqualTo(status);
    if (status != 0) {
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).startsWith("lumiere: ").doesNotContain("Usage:", "Exception");
    }
    assertThat(result.err().lines().count())
        .isLessThanOrEqualTo(arguments.contains("camra") ? 5 : 1);
  }

  @Test
  void anUnknownOptionOrCommandIsNamedLast() {
    assertThat(cli.run("search", "--yaer", "2021").err())
        .isEqualTo(
            "lumiere: there is no option '--yaer'; did you mean --year?"
                + " ('lumiere search --help' says more)\n");
    assertThat(cli.run("serch").err()).contains("no command 'serch'; did you mean search?");
    assertThat(cli.run("help", "serch").err()).startsWith("lumiere: there is no command 'serch'");
    assertThat(cli.run("search", "-people").err()).contains("goes after --, as in '-- -people'");
    assertThat(cli.run("search", "--", "-people").status()).isZero();
  }

  @Test
  void anEmptyIndexSaysSo() throws IOException {
    String empty = folder.resolve("empty index").toString();
    Path none = Files.createDirectories(folder.resolve("none"));
    assertThat(cli.run("index", none.toString(), "--index", empty).out())
        .contains("There is no photo in " + none);
    for (String command : new String[] {"search", "stats", "export"}) {
      Cli.Result result = cli.run(command, "--index", empty);
      assertThat(result.status()).isZero();
      assertThat(result.err()).describedAs(command).contains(empty, "still empty", "lumiere index");
      assertThat(cli.run(command).err()).describedAs(command).doesNotContain("still empty");
    }
  }

  @Test
  void aDamagedIndexIsNotCalledSafe() throws IOException {
    Path damaged = folder.resolve("damaged");
    assertThat(cli.run("index", archive.toString(), "--index", damaged.toString()).status())
        .isZero();
    try (Stream<Path> files = Files.list(damaged)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("_")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    for (String[] command :
        new String[][] {{"search"}, {"stats"}, {"export"}, {"index", archive.toString()}}) {
      String[] all =
          Stream.concat(Stream.of(command), Stream.of("--index", damaged.toString()))
              .toArray(String[]::new);
      Cli.Result result = cli.run(all);
      assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
      assertThat(result.err())
          .describedAs(command[0])
          .contains("is damaged", "delete that folder", "lumiere index")
          .doesNotContain("safe", "Exception");
    }
  }

  @Test
  void aCacheThatCannotBeWrittenStopsNoSearch() throws IOException {
    // A file in a folder's place, which stops root as well.
    Path blocked = Files.writeString(folder.resolve("blocked"), "no folder");
    Map<String, Path> parts = new HashMap<>();
    Path cache = new Home(System.getenv()).cache();
    Path own = Files.createDirectories(folder.resolve("own cache"));
    try (Stream<Path> entries = Files.list(cache)) {
      entries.forEach(entry -> parts.put(entry.getFileName().toString(), entry));
    }
    parts.put("queries", blocked);
    parts.put("captions", blocked);
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      Files.createSymbolicLink(own.resolve(part.getKey()), part.getValue());
    }
    Cli there = cli.with("LUMIERE_CACHE", own.toString());
    assertThat(there.run("search", "lake", "--json").json()).hasSize(1);
    assertThat(there.run("search", "--in", "captions", "lake").status()).isZero();
    for (String part : parts.keySet()) {
      Files.delete(own.resolve(part)); // JUnit warns of links that it deletes.
    }
  }

  @Test
  void whereThereIsNoHomeTheVariablesAreNamed() {
    Cli.Result result = cli.with("HOME", "nowhere").with("LUMIERE_INDEX", "").run("stats");
    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err()).contains("set HOME", "LUMIERE_INDEX");
  }
}
