package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested for words that no photo has. */
class SuggestionSearchTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final Camera CANON =
      Camera.builder().make("Canon").model("EOS R5").lens("Summilux 50mm").iso(100).build();

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 6; i++) {
        archive.add(
            "Norway/IMG_" + i + ".jpg",
            null,
            CANON,
            new Caption("The old harbour", "A lighthouse, a castle", List.of("sunset", "coat")),
            1,
            1,
            1,
            1);
        archive.commit();
      }
      archive.add(
          "x.jpg",
          null,
          CANON,
          Caption.builder()
              .title("harbor 日落海边")
              .keywords(List.of("gone"))
              .people(List.of("Grandma Zelda"))
              .build(),
          1,
          1,
          1,
          1);
      archive.add("y.jpg", null, CANON, new Caption("zeppelin", null, List.of("gone")), 1, 1, 1, 1);
      archive.commit();
      archive.delete("y.jpg");
      archive.commit();
    }
    search = PhotoSearch.open(folder);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harbuor                   | harbour 6  | harbour
          the old Harbur at sunset  | Harbour 6  | the old Harbour at sunset
          "old harbuor" sunset      | harbour 6  | "old harbour" sunset
          sunst OR ligthouse        | sunset 6, lighthouse 6 | sunset OR lighthouse
          people:Zeldda             | Zelda 1    | people:Zelda
          Grandna Zelda             | Grandma 1  | Grandma Zelda
          camera:cannon             | canon 7    | camera:canon
          CAMERA:"cannon eos"       | canon 7    | CAMERA:"canon eos"
          make:cannon,nikon         | canon 7    | make:canon,nikon
          lens:sumilux              | summilux 7 | lens:summilux
          title:harbuor             | harbour 6  | title:harbour
          folder:Norwegy            | Norway 6   | folder:Norway
          (keyword:sunsett iso:100) OR sunst | sunset 6, sunset 6 | (keyword:sunset iso:100) OR sunset
          😀 lighthuose             | lighthouse 6 | 😀 lighthouse
          caslte -harbuor           | castle 6   | castle -harbuor
          castel                    | castle 6   | castle
          """)
  void theWordThatWasMeant(String query, String suggested, String corrected) {
    List<Suggestion> suggestions = search(query).suggestions();
    assertThat(suggestions)
        .extracting(found -> found.replacement() + " " + found.photos())
        .containsExactly(suggested.split(", "));
    for (Suggestion suggestion : suggestions) {
      assertThat(suggestion.corrected()).isEqualTo(corrected);
      assertThat(
              query.substring(
                  query.offsetByCodePoints(0, suggestion.start()),
                  query.offsetByCodePoints(0, suggestion.end())))
          .isEqualTo(suggestion.word());
    }
    assertThat(search(corrected).suggestions()).isEmpty();
    assertThat(inWords(corrected)).isGreaterThan(inWords(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Known, or not likely a mistake.
        "harbour",
        "harbor",
        "boat",
        "dog",
        "goat",
        "coaxes",
        "oldHarbuor",
        "harbuor~",
        "harbuo*",
        "-harbuor",
        "sunset -(harbuor OR castel)",
        "iso:100 has:gps",
        // Numbers and names with digits.
        "2021 IMG_20211 50mn",
        // Ideographs, alone and in a row.
        "日洛海边",
        // Only a deleted photo has it.
        "zepplin",
        "camera=cannon",
        "similar:harbuor",
        "",
      })
  void nothingIsSuggested(String query) {
    assertThat(PARSER.parse(query).problems()).isEmpty();
    assertThat(suggestions(query)).isEmpty();
  }

  @Test
  void plainTextIsCorrectedToo() {
    SearchRequestBuilder request = SearchRequest.builder().text(" \"harbuor\" (sunst) ");
    SearchResult result = search.search(request.build());
    assertThat(result.suggestions().getFirst().corrected()).isEqualTo("\"harbour\" (sunset)");
    assertThat(search.search(request.suggest(false).build()).suggestions()).isEmpty();
  }

  @Test
  void manyWordsEndInAPlainMessage() {
    List<String> queries = new ArrayList<>();
    for (String word : List.of("word%d ", "oldHarbour%dTown ", "\"harbour %d\" ", "sunst~%d ")) {
      StringBuilder query = new StringBuilder();
      for (int i = 0; i < 600; i++) {
        query.append(word.formatted(i));
      }
      queries.add(query.toString());
    }
    for (String query : queries) {
      try {
        assertThat(search(query).hits()).isNotNull();
      } catch (LumiereException e) {
        assertThat(e).hasMessageContaining("1024 clauses").hasMessageContaining("leave some out");
      }
    }
    assertThatThrownBy(() -> search(queries.get(2))).isInstanceOf(LumiereException.class);
    assertThat(search("harbuor~ sunst~ casle~ ligthouse~ norwey~2 canno~").total()).isEqualTo(6);
  }

  @Test
  void noTextMakesASearchFail(@Seeded Random random) {
    long seed = Seeds.ofRun();
    List<String> pieces =
        List.of(
            ("harbuor sunst \" ( ) - OR camera: cannon title: lens:sumilux , ~ * 😀 日落 é ß İ \u0301"
                    + " \uD800 iso:100 date:2021 marhc keyword: = > caslte LIGTHOUSE ﷽ \u0000")
                .split(" "));
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(10); j > 0; j--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String query = text.toString();
      try {
        checkCorrected(query);
      } catch (RuntimeException e) {
        throw new AssertionError("'" + query + "', seed " + seed, e);
      }
    }
  }

  private static void checkCorrected(String query) {
    ParsedQuery parsed = PARSER.parse(query);
    for (Suggestion suggestion : suggestions(query)) {
      ParsedQuery corrected = PARSER.parse(suggestion.corrected());
      assertThat(corrected.problems()).as(query).isEmpty();
      assertThat(corrected.words()).as(query).hasSameSizeAs(parsed.words());
      assertThat(suggestion.photos()).isPositive();
    }
  }

  private static List<Suggestion> suggestions(String query) {
    ParsedQuery parsed = PARSER.parse(query);
    return parsed.interpretation().similar().isEmpty() ? search(query).suggestions() : List.of();
  }

  private static SearchResult search(String query) {
    return search.search(
        SearchRequest.builder().query(PARSER.parse(query)).highlight(true).limit(50).build());
  }

  /** How many photos are found, and how often the words of the search stand in them. */
  private static long inWords(String query) {
    SearchResult result = search(query);
    return result.total()
        + result.hits().stream()
            .flatMap(hit -> hit.highlights().stream())
            .mapToLong(highlight -> highlight.ranges().size())
            .sum();
  }

  @Test
  void nothingIsSuggestedForAWordThatTheModelKnows() {
    TextEncoder knowing = TestArchive.knowing("harbor", "castel");
    try (PhotoSearch known = PhotoSearch.open(folder, TestArchive.MODEL, knowing)) {
      for (String query : List.of("Castel", "title:castel", "\"castel\"")) {
        SearchRequest request = new SearchRequestBuilder().query(PARSER.parse(query)).build();
        assertThat(known.search(request).suggestions()).as(query).isEmpty();
      }
      SearchRequest other = new SearchRequestBuilder().query(PARSER.parse("castel caslte")).build();
      assertThat(known.search(other).suggestions()).hasSize(1);
    }
  }

  @Test
  void aFieldWithoutAValueIsShownOneInOnePairOfQuotes() {
    assertThat(PARSER.parse("camera:").problems().getFirst().suggestion())
        .isEqualTo("camera:\"Pixel 6\"");
    assertThat(PARSER.parse("camera: \"Pixel 6\"").problems().getFirst().suggestion())
        .isEqualTo("camera:\"Pixel 6\"");
    assertThat(PARSER.parse("camra:\"Pixel 6\" x").problems().getFirst().suggestion())
        .isEqualTo("camera:\"Pixel 6\"");
    assertThat(PARSER.parse("camra:\"Pixel").problems().getFirst().suggestion())
        .isEqualTo("camera:\"Pixel\"");
    assertThat(PARSER.parse("qwrtz:\"Pixel 6\"").problems().getFirst().suggestion())
        .isEqualTo("\"qwrtz:Pixel\"");
    assertThat(PARSER.parse("camera: Pixel").problems().getFirst().suggestion())
        .isEqualTo("camera:Pixel");
  }
}
