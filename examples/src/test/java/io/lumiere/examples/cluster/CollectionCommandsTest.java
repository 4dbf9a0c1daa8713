package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.app.command.CommandRun;
import io.lumiere.app.command.ExitStatus;
import io.lumiere.app.output.Console;
import io.lumiere.cluster.local.LocalCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same command lines on an index and on a collection of the same photos print the same, as far
 * as a collection can do what they ask for.
 */
class CollectionCommandsTest {
  private static final List<String> WORDS = List.of("harbour", "bridge", "garden", "market");
  private static final int PHOTOS = 14;
  private static final String IN_INDEX = "trips/harbour_0.jpg";
  private static final Pattern TOKEN = Pattern.compile("\"next\":\"([^\"]+)\"");

  @TempDir static Path folder;
  private static Path outside = Path.of("");
  private static Path queries = Path.of("");
  private static String index = "";
  private static String collection = "";

  /** What a run printed, and its status. */
  private record Printed(int status, String out, String err) {}

  @BeforeAll
  static void makeBoth() throws IOException {
    Path archive = folder.resolve("archive");
    for (int i = 0; i < PHOTOS; i++) {
      String name = WORDS.get(i % WORDS.size()) + "_" + i;
      Path photo = archive.resolve(i % 2 == 0 ? "trips" : "home").resolve(name + ".jpg");
      PaintedFiles.write(photo, i);
      Files.writeString(photo.resolveSibling(name + ".xmp"), sidecar(i));
    }
    outside = folder.resolve("outside.jpg");
    PaintedFiles.write(outside, 40);
    queries = Files.writeString(folder.resolve("queries.txt"), "harbour\ngarden rating:>=2\n");
    index = folder.resolve("index").toString();
    collection = TestCluster.address() + "/commands";
    succeeds("index", archive.toString(), "--index", index, "--quiet");
    succeeds("push", index, collection, "--shards", "2", "--quiet");
  }

  private static String sidecar(int number) {
    return """
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
        xmp:Rating="%d" exif:DateTimeOriginal="20%02d-07-04T12:30:00">
    <dc:subject><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:subject>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    """
        .formatted(1 + number % 5, 10 + number, WORDS.get(number / 4 % WORDS.size()));
  }

  private static Printed run(String... line) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("LUMIERE_HOME", Path.of("").toAbsolutePath().getParent().toString());
    environment.put("LUMIERE_MODELS", folder.resolve("models").toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandRun.run(new Console(InputStream.nullInputStream(), out, err, environment), line);
    return new Printed(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Printed in(String place, String... line) {
    List<String> all = new ArrayList<>(List.of(line));
    all.add("--index");
    all.add(place);
    return run(all.toArray(String[]::new));
  }

  private static void succeeds(String... line) {
    Printed printed = run(line);
    assertThat(printed.status()).as("%s: %s", String.join(" ", line), printed.err()).isZero();
  }

  private static Printed same(int status, String... line) {
    Printed expected = in(index, line);
    assertThat(expected.status()).as("%s: %s", List.of(line), expected.err()).isEqualTo(status);
    assertThat(in(collection, line)).as(String.join(" ", line)).isEqualTo(expected);
    return expected;
  }

  private static void finds(String... line) {
    assertThat(same(0, line).out()).contains(".jpg");
  }

  @Test
  void searchesPrintTheSame() {
    finds("search");
    finds("search", "harbour");
    finds("search", "harbour", "--json", "--highlight");
    finds("search", "boats in a harbour -bridge", "--add", "at night=0.5", "--not", "people");
    finds("search", "rating:>=3", "--year", "2013", "--sort", "name");
    finds("search", "garden", "--sort", "random", "--seed", "4", "--cutoff", "none");
    finds("search", "--path", "trips/**", "--from", "2012", "--limit", "4");
    finds("search", "--queries", queries.toString());
    assertThat(same(0, "search", "year:1850").out()).contains("No photo matches");
  }

  @Test
  void countsPrintTheSame() {
    String[] counted = {"search", "garden", "--facets", "all", "--histogram", "--limit", "0"};
    assertThat(same(0, counted).out()).contains("harbour");
    finds("search", "harbour", "--json", "--facets", "year,keyword,rating", "--limit", "5");
  }

  @Test
  void picturesAndNamedPhotosAreTheSame() {
    finds("search", "--image", outside.toString(), "in winter");
    finds("search", "harbour", "--like", IN_INDEX, "--unlike", outside + "=0.5");
    finds("search", "similar:" + IN_INDEX, "--json");
    finds("similar", IN_INDEX);
    finds("similar", folder.resolve("archive").resolve(IN_INDEX).toString(), "--json");
    finds("similar", outside.toString(), IN_INDEX + "=2", "--page-token");
  }

  @Test
  void pagesAreTheSame() {
    String[] page = {"search", "market", "--sort", "newest", "--limit", "3", "--cutoff", "none"};
    List<String> next = new ArrayList<>(List.of(page));
    next.addAll(List.of("--page-token", "--json"));
    Matcher token = TOKEN.matcher(same(0, next.toArray(String[]::new)).out());
    assertThat(token.find()).isTrue();
    next.addAll(List.of("--after", token.group(1)));
    finds(next.toArray(String[]::new));
  }

  @Test
  void mistakesAreSaidInTheSameWords() {
    same(ExitStatus.USAGE, "search", "year:soon");
    same(ExitStatus.USAGE, "search", "harbour", "--min-score", "7");
    same(ExitStatus.FAILED, "search", "harbour", "--like", "zzzzzzzz.jpg");
    same(ExitStatus.FAILED, "similar", "zzzzzzzz.jpg");
  }

  private static void isRefused(String reason, String... line) {
    Printed refused = in(collection, line);
    assertThat(refused.err()).contains("a collection cannot be searched with " + reason);
    assertThat(refused.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void whatACollectionCannotDoIsRefusedWithTheReason() {
    isRefused("groups: the photos of a group lie", "search", "harbour", "--group", "day");
    isRefused("near duplicates shown once: ", "search", "harbour", "--collapse");
    isRefused("a diverse order: ", "search", "harbour", "--diversify");
    isRefused("--explain: Solr explains", "search", "harbour", "--explain");
    isRefused("--explain-photo: Solr", "search", "harbour", "--explain-photo", IN_INDEX);
    isRefused("--in captions: ", "search", "harbour", "--in", "captions");
    isRefused("--suggest: ", "search", "harbour", "--json", "--suggest");
  }

  @Test
  void whatIsNotACollectionOrTakesNoneIsNamed() {
    Printed missing = in(TestCluster.address() + "/nowhere", "search", "harbour");
    assertThat(missing.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(missing.err()).contains("there is no collection", "/nowhere");
    Printed wrong = in("solr://photos", "search", "harbour");
    assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(wrong.err()).contains("solr://ZOOKEEPER:PORT/COLLECTION");
    Printed stats = in(collection, "stats");
    assertThat(stats.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(stats.err()).contains("this takes an index");
  }

  @Test
  void aShardThatIsGoneIsSaid() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own"));
    try (LocalCluster cluster = TestCluster.start(own, 2)) {
      String halved = cluster.address() + "/halved";
      succeeds("push", index, halved, "--shards", "2", "--quiet");
      cluster.processes().getLast().kill();
      Printed json = in(halved, "search", "--json", "--limit", "50");
      assertThat(json.err()).contains("Partial: 1 shard of 2 did not answer");
      assertThat(json.status()).isEqualTo(ExitStatus.PARTLY);
      List<String> lines = json.out().lines().toList();
      assertThat(lines.getLast()).startsWith("{\"partial\":\"1 shard of 2 did not answer");
      assertThat(lines.size()).isBetween(2, PHOTOS);
      Printed text = in(halved, "search", "harbour");
      assertThat(text.status()).as(text.err()).isEqualTo(ExitStatus.PARTLY);
      assertThat(text.err()).contains("Partial: 1 shard of 2 did not answer");
    }
  }
}
