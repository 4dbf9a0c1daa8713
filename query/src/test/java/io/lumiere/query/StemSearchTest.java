package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the same stem meet, in each language that the index has. */
class StemSearchTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      title(archive, "birds.jpg", "Kookaburras on a fence");
      title(archive, "bird.jpg", "A kookaburra on a fence");
      title(archive, "kirchen.jpg", "Zwei Kirchen im Abendlicht");
      title(archive, "plages.jpg", "Les plages du nord");
      title(archive, "thumb.jpg", "Great 👍🏽");
      title(archive, "riben.jpg", "海边的日落");
      add(archive, "keys.jpg", new Caption(null, "Nothing", List.of("beaches", "red cars")));
      add(archive, "Old Harbours/children.jpg", Caption.NONE);
      archive.commit();
    }
    search = PhotoSearch.open(folder);
  }

  private static void title(TestArchive archive, String path, String title) throws IOException {
    add(archive, path, new Caption(title, null, List.of()));
  }

  private static void add(TestArchive archive, String path, Caption caption) throws IOException {
    archive.add(path, null, Camera.UNKNOWN, caption, 1, 1, 1, 1);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  private static SearchResult search(String text) {
    return search.search(
        new SearchRequestBuilder()
            .query(PARSER.parse(text).orThrow())
            .highlight(true)
            .suggest(true)
            .build());
  }

  private static List<String> find(String text) {
    return search(text).hits().stream().map(hit -> hit.photo().file().path()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "kookaburra, bird.jpg;birds.jpg",
    "kookaburras, birds.jpg;bird.jpg",
    "KOOKABURRA, bird.jpg;birds.jpg",
    "beach, keys.jpg",
    "Kirche, kirchen.jpg",
    "plage, plages.jpg",
    "harbour, Old Harbours/children.jpg",
    "child, Old Harbours/children.jpg",
    "red-car, keys.jpg",
    "👍, thumb.jpg",
    "👍🏿, thumb.jpg",
    "keyword:beach, keys.jpg",
    "keyword:beaches, keys.jpg",
    "title:kookaburra, bird.jpg;birds.jpg",
    "folder:harbour, Old Harbours/children.jpg",
    "name:child, Old Harbours/children.jpg",
    "keyword=beach, ''",
    "keyword=beaches, keys.jpg",
    "keyword:\"beach\", ''",
    "\"kookaburra\", bird.jpg",
    "\"kookaburras\", birds.jpg",
    "kookaburra*, bird.jpg;birds.jpg",
    "kookaburra fence -kookaburras, ''",
    "海边, riben.jpg",
  })
  void wordsOfTheSameStemMeetAndExactOnesComeFirst(String query, String found) {
    List<String> expected = found.isEmpty() ? List.of() : List.of(found.split(";"));
    if (query.contains(":") || query.contains("*")) {
      assertThat(find(query)).containsExactlyInAnyOrderElementsOf(expected);
    } else {
      assertThat(find(query)).isEqualTo(expected);
    }
  }

  @Test
  void whatWasFoundIsMarkedAndExplained() {
    SearchRequest request =
        new SearchRequestBuilder().query(PARSER.parse("kookaburra")).highlight(true).build();
    List<Hit> hits = search.search(request).hits();
    assertThat(hits)
        .extracting(hit -> marked(hit.highlights()))
        .containsExactly("A <kookaburra> on a fence", "<Kookaburras> on a fence");
    assertThat(search.explain(request, hits))
        .extracting(explanation -> explanation.inWords().getLast())
        .satisfiesExactly(
            exact -> assertThat(exact).contains("title holds 'kookaburra', which counts for 1.00"),
            stem ->
                assertThat(stem)
                    .contains(
                        "title holds a word of the same stem as 'kookaburra', which counts for"
                            + " 0.90"));
  }

  private static String marked(List<Highlight> highlights) {
    return highlights.getFirst().marked("<", ">");
  }

  @Test
  void nothingIsSuggestedWhereAStemMatches() {
    assertThat(search("harbours beach").suggestions()).isEmpty();
    assertThat(search("kookabura").suggestions()).hasSize(1);
  }
}
