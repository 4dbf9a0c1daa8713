package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.app.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, with the real model: the painted scenes are indexed once, then searched. */
class CommandLineTest {
  private static final String SUNSET = "2021/Algarve/IMG_20210814_203844.jpg";
  private static final Set<String> DUSKS_OF_2021 =
      Set.of(
          SUNSET,
          "2021/Dolomites/DSCF5120.jpg",
          "2021/Finland/_6210007.jpg",
          "2021/Frankfurt/IMG_2231.jpg",
          "2021/Tuscany/IMG_3310.jpg");

  @TempDir static Path folder;
  private static Path archive;
  private static Cli cli;
  private static Cli.Result indexed;

  @BeforeAll
  static void index() throws IOException {
    archive = Samples.copy(folder);
    Files.writeString(archive.resolve("broken.jpg"), "not a photo");
    cli = new Cli(folder.resolve("index"));
    indexed = cli.run("index", archive.toString(), "--json");
  }

  @Test
  void indexReportsWhatItDid() {
    assertThat(indexed.status()).describedAs(indexed.err()).isEqualTo(ExitStatus.PARTLY);
    JsonNode report = indexed.json().get(0);
    assertThat(report.get("photos").asInt()).isEqualTo(23);
    assertThat(report.get("added").asInt()).isEqualTo(23);
    assertThat(report.get("failures").get(0).get("path").asText()).isEqualTo("broken.jpg");
  }

  @Test
  void indexingAgainReadsNothingAgain() {
    Cli.Result again = cli.run("index", archive.toString());
    assertThat(again.status()).isEqualTo(ExitStatus.PARTLY);
    assertThat(again.out()).contains("0 new", "23 unchanged", "broken.jpg");
  }

  @Test
  void aSunsetOf2021ComesFirst() {
    Cli.Result result = cli.run("search", "sunset", "--year", "2021", "--json");
    assertThat(result.status()).describedAs(result.err()).isZero();
    List<JsonNode> hits = result.json();
    assertThat(hits).allSatisfy(hit -> assertThat(hit.get("taken").asText()).startsWith("2021-"));
    assertThat(hits.subList(0, 3))
        .allSatisfy(hit -> assertThat(hit.get("path").asText()).isIn(DUSKS_OF_2021));
    for (int i = 0; i < hits.size(); i++) {
      assertThat(hits.get(i).get("rank").asInt()).isEqualTo(i + 1);
      assertThat(Path.of(hits.get(i).get("file").asText())).isRegularFile();
    }
    assertThat(hits)
        .extracting(hit -> hit.get("score").asDouble())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void aSearchThatIsSortedByDateIsCutWhereScoresFall() {
    Cli.Result newest = cli.run("search", "sunset", "--sort", "newest", "--limit", "23", "--json");
    assertThat(newest.status()).describedAs(newest.err()).isZero();
    assertThat(newest.err()).contains("cut at the gap between", "of 23 photos kept");
    assertThat(newest.json()).hasSizeBetween(1, 11);
    assertThat(newest.json())
        .extracting(hit -> hit.get("taken").asText())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    Cli.Result all =
        cli.run("search", "sunset", "--sort", "newest", "--limit", "23", "--cutoff", "none");
    assertThat(all.out().lines()).hasSize(23);
    assertThat(all.err()).isEmpty();
    JsonNode last =
        cli.run("search", "sunset", "--cutoff", "auto", "--page-token", "--json").json().getLast();
    assertThat(last.get("cutoff").get("kept").asInt()).isEqualTo(newest.json().size());
    assertThat(last.get("total").asInt()).isEqualTo(newest.json().size());
  }

  @Test
  void pagesFollowEachOtherInAnyOrder() {
    for (String sort : List.of("random", "name", "largest")) {
      List<String> joined = new ArrayList<>();
      List<String> arguments =
          new ArrayList<>(List.of("search", "--sort", sort, "--seed", "9", "--json"));
      arguments.addAll(List.of("--page-token", "--limit", "8"));
      String token = "";
      while (token != null) {
        List<JsonNode> lines = cli.run(arguments.toArray(String[]::new)).json();
        assertThat(lines).hasSizeLessThanOrEqualTo(9);
        lines.subList(0, lines.size() - 1).forEach(hit -> joined.add(hit.get("path").asText()));
        JsonNode next = lines.getLast().get("next");
        token = next.isNull() ? null : next.asText();
        arguments.removeIf(argument -> argument.startsWith("--after"));
        arguments.add("--after=" + token);
      }
      List<String> whole =
          cli
              .run("search", "--sort", sort, "--seed", "9", "--limit", "23", "--json")
              .json()
              .stream()
              .map(hit -> hit.get("path").asText())
              .toList();
      assertThat(joined).as(sort).hasSize(23).isEqualTo(whole);
    }
    assertThat(cli.run("search", "--page-token", "--limit", "5").err())
        .contains("23 photos match; the next page: --after ");
    Cli.Result junk = cli.run("search", "--after", "nonsense");
    assertThat(junk.status()).isNotZero();
    assertThat(junk.err()).contains("not a page token: 'nonsense'");
  }

  @Test
  void aPictureFindsItselfFirst() {
    Cli.Result result = cli.run("search", "--image", archive.resolve(SUNSET).toString(), "--json");
    JsonNode first = result.json().get(0);
    assertThat(first.get("path").asText()).isEqualTo(SUNSET);
    assertThat(first.get("similarity").asDouble()).isGreaterThan(0.999);
  }

  @Test
  void similarLeavesThePhotoItselfOut() {
    Cli.Result result = cli.run("similar", SUNSET, "--json", "--limit", "5");
    assertThat(result.json())
        .hasSize(5)
        .noneSatisfy(hit -> assertThat(hit.get("path").asText()).isEqualTo(SUNSET));
  }

  @Test
  void similarTakesAnyPicture() throws IOException {
    Path copy = Files.copy(archive.resolve(SUNSET), folder.resolve("elsewhere.jpg"));
    assertThat(cli.run("similar", copy.toString(), "--json").json().get(0).get("path").asText())
        .isEqualTo(SUNSET);
  }

  @Test
  void filtersCompose() {
    Cli.Result result =
        cli.run(
            "search",
            "mountains",
            "--from",
            "2021-09",
            "--to",
            "2021-09-25",
            "--camera",
            "fujifilm",
            "--path",
            "2021/**",
            "--json");
    assertThat(result.json())
        .extracting(hit -> hit.get("path").asText())
        .containsExactlyInAnyOrder(
            "2021/Dolomites/DSCF5120.jpg",
            "2021/Dolomites/DSCF5166.jpg",
            "2021/Dolomites/DSCF5081.jpg");
  }

  @Test
  void withoutATextTheFiltersListNewestFirst() {
    assertThat(cli.run("search", "--year", "2022", "--json").json())
        .extracting(hit -> hit.get("taken").asText())
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void whatIsNotWantedFallsBack() {
    int before = rank(cli.run("search", "boat on the sea", "--limit", "23", "--json"), SUNSET);
    int after =
        rank(
            cli.run("search", "boat on the sea", "--not", "sunset", "--limit", "23", "--json"),
            SUNSET);
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void aMinimumScoreCutsOff() {
    List<JsonNode> all = cli.run("search", "sunset", "--limit", "23", "--json").json();
    double cut = all.get(4).get("score").asDouble();
    List<JsonNode> best =
        cli.run(
                "search",
                "sunset",
                "--limit",
                "23",
                "--min-score",
                Double.toString(cut - 1e-6),
                "--json")
            .json();
    assertThat(best).hasSizeLessThan(all.size()).isEqualTo(all.subList(0, best.size()));
    assertThat(cli.run("search", "sunset", "--min-score", "0.9999").out())
        .contains("No photo matches");
  }

  @Test
  void manyQueriesRunInOneProcess() throws IOException {
    Path queries = Files.writeString(folder.resolve("queries.txt"), "sunset\n\n red apple \n");
    List<JsonNode> hits =
        cli.run("search", "--queries", queries.toString(), "--limit", "2", "--json").json();
    assertThat(hits)
        .extracting(hit -> hit.get("query").asText() + " " + hit.get("rank").asInt())
        .containsExactly("sunset 1", "sunset 2", "red apple 1", "red apple 2");
  }

  @Test
  void aContactSheetShowsTheHits() throws IOException {
    Path sheet = folder.resolve("sheet.jpg");
    assertThat(cli.run("search", "sunset", "--limit", "8", "--sheet", sheet.toString()).status())
        .isZero();
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isGreaterThan(4 * 240);
  }

  @Test
  void aLimitOfNothingCountsWhatIsSimilar() {
    assertThat(cli.run("similar", SUNSET, "--limit", "0").out()).isEqualTo("10 photos\n");
    assertThat(cli.run("similar", SUNSET, "--limit", "0", "--json").json().get(0).get("total"))
        .hasToString("10");
  }

  @Test
  void ofSeveralSearchesEachObjectSaysWhichItIsOf() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "sunset\nlake\n");
    assertThat(
            cli.run(
                    "search",
                    "--queries",
                    texts.toString(),
                    "--limit",
                    "1",
                    "--json",
                    "--page-token")
                .json())
        .extracting(object -> object.path("query").asText())
        .containsExactly("sunset", "sunset", "lake", "lake");
  }

  @Test
  void captionsAreFoundByTheirMeaning() {
    List<JsonNode> hits = cli.run("search", "--in", "captions", "sundown", "--json").json();
    assertThat(hits.get(0).get("path").asText()).isEqualTo("2021/Dolomites/DSCF5120.jpg");
    assertThat(hits)
        .extracting(hit -> hit.get("similarity").asDouble())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(cli.run("search", "--in", "captions", "sundown", "--json").json()).isEqualTo(hits);
    assertThat(cli.run("search", "--in", "captions", "sundown", "--year", "2018", "--json").json())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.get("taken").asText()).startsWith("2018-"));
  }

  @Test
  void explanationsNameTheLegs() {
    assertThat(cli.run("search", "northern lights", "--explain", "--limit", "1").out())
        .contains("what it shows: cosine ", "its words: ", "; adds ");
  }

  @Test
  void statsTellWhatIsThere() {
    JsonNode stats = cli.run("stats", "--json").json().get(0);
    assertThat(stats.get("photos").asInt()).isEqualTo(23);
    assertThat(stats.get("dated").asInt()).isEqualTo(23);
    assertThat(stats.get("formats").get("jpeg").asInt()).isEqualTo(23);
    assertThat(stats.get("failures")).hasSize(1);
    assertThat(cli.run("stats").out()).contains("Photos    23", "broken.jpg", "starter");
  }

  @Test
  void reindexLeavesACompleteIndexAndItsOnlyModelAlone() {
    JsonNode report = cli.run("reindex", "--model", "starter", "--json").json().get(0);
    assertThat(report.get("encoded").asInt()).isZero();
    assertThat(report.get("withVector").asInt()).isEqualTo(23);
    assertThat(report.get("default").asBoolean()).isTrue();
    assertThat(cli.run("reindex", "--drop", "starter").err()).contains("default");
    assertThat(cli.run("reindex", "--drop", "nothing").err()).contains("starter@");
    assertThat(cli.run("similar", SUNSET, "--model", "nothing").err()).contains("starter@");
    assertThat(cli.run("similar", SUNSET, "--model", "starter", "--json").json()).isNotEmpty();
  }

  @Test
  void evalMeasuresCaptions() throws IOException {
    JsonNode result =
        cli.run("eval", archive.resolve("captions.tsv").toString(), "--json").json().get(0);
    assertThat(result.get("captions").asInt()).isGreaterThan(40);
    assertThat(result.get("recall@10").asDouble())
        .isBetween(result.get("recall@1").asDouble(), 1.0);
    Path wrong = Files.writeString(folder.resolve("wrong.tsv"), "nowhere.jpg\ta photo\n");
    assertThat(cli.run("eval", wrong.toString()).err()).contains("nowhere.jpg", "not in the index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search sunset --index missing-folder",
        "search sunset --from yesterday",
        "search sunset --year 20210",
        "search sunset --limit -1",
        "search sunset --min-score 2",
        "search sunset --from 2022 --to 2021",
        "search --not people",
        "search --in captions",
        "search --in captions x --not y",
        "search --in titles x",
        "search --image missing.jpg",
        "search --queries missing.txt",
        "similar missing.jpg",
        "eval missing.tsv",
        "index missing-folder",
        "search --no-such-option",
        "nonsense",
      })
  void mistakesAreSaidInPlainWords(String arguments) {
    cli.run(arguments.split(" ")).isRefusedInPlainWords();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index missing-folder",
        "index . --zone Mars",
        "search sunset --index missing-folder",
        "similar missing.jpg --index missing-folder",
      })
  void mistakesAreFoundBeforeAModelIsMade(String arguments) {
    Path cache = folder.resolve("cache of mistakes");
    Cli.Result result = cli.with("LUMIERE_CACHE", cache.toString()).run(arguments.split(" "));
    assertThat(result.status()).isNotZero();
    assertThat(result.err()).containsAnyOf("missing-folder", "Mars");
    assertThat(cache).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index", "reindex", "search", "similar", "stats", "eval", "demo", "setup"})
  void everyCommandHasHelp(String command) {
    Cli.Result result = cli.run(command, "--help");
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("Usage: lumiere " + command);
  }

  @Test
  void anySearchTextIsAccepted() {
    for (String text :
        List.of("", "   ", "*", "AND OR (", "\"", "日落", "🌅", "ß", "x".repeat(10_000), "a:b^2~")) {
      Cli.Result result = cli.run("search", "--plain", text, "--limit", "1", "--json");
      assertThat(result.status()).describedAs(text).isZero();
      assertThat(cli.run("search", text, "--limit", "1", "--json").status()).isIn(0, 2);
    }
  }

  @Test
  void searchesAreInALanguage() {
    List<JsonNode> hits = cli.run("search", "sunset year:2018..2021 type:jpg", "--json").json();
    assertThat(hits)
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.get("taken").asText()).isBetween("2018", "2022"));
    assertThat(cli.run("search", "sunset", "-type:jpeg").status()).isNotZero();
    assertThat(cli.run("search", "sunset -type:jpeg").out()).contains("No photo matches");
    assertThat(cli.run("search", "--help-query").out()).contains("year:2019..2021");
  }

  @Test
  void aMistakeHasACaretUnderIt() {
    Cli.Result result = cli.run("search", "sunset camra:canon");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("\nsunset camra:canon\n       ^^^^^\n", "did you mean camera:canon?", "--plain");
  }

  @Test
  void theParseIsShown() {
    assertThat(cli.run("search", "sunset -people iso:>10", "--explain", "--limit", "1").out())
        .contains("by their words: sunset", "moves away from people", "keeps ISO above 10")
        .contains("Lucene: ", "iso:[11 TO");
  }

  @Test
  void whatIsExportedAndImportedIsFoundTheSame() {
    Path file = folder.resolve("photos.jsonl.gz");
    Cli.Result exported = cli.run("export", "--output", file.toString(), "--failures");
    assertThat(exported.status()).describedAs(exported.err()).isZero();
    assertThat(exported.err()).contains("23 photos and 1 file that could not be read");

    String copy = folder.resolve("copy").toString();
    Cli.Result imported = cli.run("import", file.toString(), "--index", copy);
    assertThat(imported.status()).describedAs(imported.err()).isZero();
    assertThat(imported.out()).contains("23 photos in", "23 new", "1 file that");
    for (String[] search :
        new String[][] {
          {"search", "sunset over water", "--json"},
          {"search", "camera:fujifilm mountains", "--json", "--explain"},
          {"similar", SUNSET, "--json"}
        }) {
      String[] inCopy = Arrays.copyOf(search, search.length + 2);
      inCopy[search.length] = "--index";
      inCopy[search.length + 1] = copy;
      assertThat(cli.run(inCopy).out()).isEqualTo(cli.run(search).out());
    }
    JsonNode again = cli.run("index", archive.toString(), "--index", copy, "--json").json().get(0);
    assertThat(again.get("unchanged").asInt()).isEqualTo(23);
    assertThat(again.get("failures").get(0).get("path").asText()).isEqualTo("broken.jpg");
  }

  @Test
  void exportPrintsRecordsAndKeepsWhatAFilterKeeps() {
    List<JsonNode> records =
        cli.run("export", "--query", "date:2022 mountains", "--fields", "path,taken").json();
    assertThat(records)
        .hasSizeGreaterThan(3)
        .allSatisfy(record -> assertThat(record.get("taken").asText()).startsWith("2022-"))
        .allSatisfy(record -> assertThat(record.size()).isEqualTo(2));
    Cli.Result refused = cli.run("export", "--query", "mountains");
    assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err()).contains("leaves no photo out", "date:2021");
    assertThat(cli.run("export", "--query", "colour:").err()).contains("colour");
  }

  @Test
  void exportForOpenSearchIsAMappingAndTwoLinesAPhoto() {
    Cli.Result mapping = cli.run("export", "--format", "opensearch-mapping");
    assertThat(mapping.status()).describedAs(mapping.err()).isZero();
    assertThat(mapping.out()).startsWith("{\n").contains("\"lumiere_words\"").endsWith("}\n");
    assertThat(mapping.err()).isEmpty();
    assertThat(cli.run("export", "--format", "opensearch-bulk").json()).hasSize(2 * 23);
    Cli.Result refused = cli.run("export", "--format", "opensearch-bulk", "--failures");
    assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(refused.err()).contains("has no id");
  }

  @Test
  void vectorsOfAnotherProgramStayWhenTheirPhotosAreIndexed() throws IOException {
    Path file = folder.resolve("minimal.jsonl");
    JsonNode record =
        cli.run("export", "--fields", "path,vector", "--query", "path:" + SUNSET).json().get(0);
    Files.writeString(
        file, "{\"path\": \"" + SUNSET + "\", \"vector\": " + record.get("vector") + "}\n");
    String other = folder.resolve("minimal").toString();
    Cli.Result imported =
        cli.run(
            "import",
            file.toString(),
            "--index",
            other,
            "--archive",
            archive.toString(),
            "--model",
            "starter");
    assertThat(imported.status()).describedAs(imported.err()).isZero();
    assertThat(imported.out()).contains("1 record lacked");
    JsonNode report =
        cli.run("index", archive.toString(), "--index", other, "--json").json().get(0);
    assertThat(report.get("added").asInt()).isEqualTo(22);
    List<JsonNode> whole = cli.run("export", "--index", other, "--query", "path:" + SUNSET).json();
    JsonNode expected = cli.run("export", "--query", "path:" + SUNSET).json().get(0);
    assertThat(whole.get(0).get("vector")).isEqualTo(expected.get("vector"));
    assertThat(whole.get(0).get("width")).isEqualTo(expected.get("width"));
    assertThat(whole.get(0).get("taken")).isEqualTo(expected.get("taken"));
    assertThat(whole.get(0).get("modified")).isEqualTo(expected.get("modified"));
  }

  private static int rank(Cli.Result result, String path) {
    return result.json().stream()
        .filter(hit -> hit.get("path").asText().equals(path))
        .mapToInt(hit -> hit.get("rank").asInt())
        .findFirst()
        .orElseThrow();
  }
}
