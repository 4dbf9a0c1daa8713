package io.lumiere.query;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of paths in whichever Unicode form, and in another case where none matches. */
class PathSearchTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final String DECOMPOSED =
      Normalizer.normalize("Été/Straße \u1ea4.jpg", Normalizer.Form.NFD);

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      archive.add("Été/Zürich.jpg", 1, 1, 1, 1);
      archive.add(DECOMPOSED, 1, 1, 1, 1);
      archive.add("Trips/a.jpg", 1, 1, 1, 1);
      archive.add("trips/b.jpg", 1, 1, 1, 1);
      archive.add("한국/서울.jpg", 1, 1, 1, 1);
      archive.commit();
    }
    search = PhotoSearch.open(folder);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  private static SearchResult find(String glob) {
    return search.search(
        new SearchRequestBuilder().query(PARSER.parse("path:\"" + glob + "\"").orThrow()).build());
  }

  @ParameterizedTest
  @CsvSource({
    "Été/*, 2",
    "?t?/*, 2",
    "Été/Zürich.jpg, 1",
    "Z?rich.jpg, 1",
    "Straße \u1ea4.jpg, 1",
    "Straße ?.jpg, 1",
    "Ete/*, 0",
    "한국/*, 1",
    "??.jpg, 1",
    "trips/*, 1",
    "Trips/*, 1",
    "Trips\\*, 1",
  })
  void aPatternMatchesEachUnicodeForm(String glob, int photos) {
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      SearchResult found = find(Normalizer.normalize(glob, form));
      assertThat(found.total()).as(glob + " " + form).isEqualTo(photos);
      assertThat(found.notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"TRIPS/*, 2", "été/*, 2", "été/zÜrich.JPG, 1", "ÉTÉ/STRA*, 1", "tripS/B.*, 1"})
  void whereNoneMatchesCaseIsPassedOverAndThatIsSaid(String glob, int photos) {
    for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
      String written = Normalizer.normalize(glob, form);
      SearchResult found = find(written);
      assertThat(found.total()).as(glob + " " + form).isEqualTo(photos);
      assertThat(found.notes())
          .singleElement()
          .asString()
          .contains("no path matches " + written, "upper and lower case");
    }
  }

  @Test
  void nothingIsSaidWhereNothingMatchesAtAll() {
    assertThat(find("nowhere/*").total()).isZero();
    assertThat(find("nowhere/*").notes()).isEmpty();
  }

  /** The automaton of the pattern would have too many states, so it makes them as it goes. */
  @Test
  void threadsMayShareARequestWithAPatternOfManyStates(@TempDir Path other) throws Exception {
    Random random = new Random(3);
    int matching = 0;
    try (TestArchive archive = new TestArchive(other)) {
      for (int i = 0; i < 100; i++) {
        String name = random.ints(40, 'a', 'c').mapToObj(Character::toString).collect(joining());
        matching += name.charAt(40 - 1 - 20) == 'a' ? 1 : 0;
        archive.add(i + "/" + name, 1, 1, 1, 1);
      }
      archive.commit();
    }
    try (PhotoSearch photos = PhotoSearch.open(other);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 4; round++) {
        SearchRequest request = SearchRequest.builder().path("*a" + "?".repeat(20)).build();
        Callable<SearchResult> searched = () -> photos.search(request);
        for (Future<SearchResult> found :
            threads.invokeAll(List.of(searched, searched, searched, searched))) {
          assertThat(found.get().total()).isEqualTo(matching);
        }
      }
    }
  }
}
