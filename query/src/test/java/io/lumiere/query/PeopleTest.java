package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetValue;
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

/** People are found by their names, in searches of their own and in any others. */
class PeopleTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      add(archive, "1.jpg", List.of("Ann Smith", "Ola Ås"));
      add(archive, "2.jpg", List.of("Ann"));
      add(archive, "3.jpg", List.of("Annabel", "John Ann"));
      add(archive, "4.jpg", List.of());
      archive.commit();
    }
    search = PhotoSearch.open(folder);
  }

  private static void add(TestArchive archive, String path, List<String> people)
      throws IOException {
    Caption caption = Caption.builder().people(people).build();
    archive.add(path, null, Camera.UNKNOWN, caption, 1, 0, 0, 0);
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
          people:Ann                  | 1.jpg 2.jpg 3.jpg
          people:=Ann                 | 2.jpg
          person:"ann smith"          | 1.jpg
          people:"smith ola"          |
          face:as                     | 1.jpg
          people:=\"Ann Smith\"       | 1.jpg
          people:anna*                | 3.jpg
          -people:ann                 | 4.jpg
          has:people                  | 1.jpg 2.jpg 3.jpg
          -has:people                 | 4.jpg
          annabel                     | 3.jpg
          ola smith                   | 1.jpg
          """)
  void findsPeople(String text, String paths) throws IOException {
    SearchRequest request = SearchRequest.builder().query(PARSER.parse(text).orThrow()).build();
    List<String> found =
        search.search(request).hits().stream()
            .map(hit -> hit.photo().file().path())
            .sorted()
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(paths == null ? "" : paths);
  }

  @Test
  void countsPeople() throws IOException {
    SearchRequest request = SearchRequest.builder().facets(Facet.PEOPLE).build();
    assertThat(search.search(request).facets().getFirst().values())
        .extracting(FacetValue::label)
        .containsExactlyInAnyOrder("Ann Smith", "Ola Ås", "Ann", "Annabel", "John Ann");
  }
}
