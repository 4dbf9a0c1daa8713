package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo is found by the whole name of its file, however that is written. */
class NameSearchTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final List<String> PATHS =
      List.of(
          "IMG_0001.JPG",
          "trips/IMG_1234.JPG",
          "trips/IMG_1234.HEIC",
          "trips/IMG_1234 (2).JPG",
          "trips/IMG_1234_edit.JPG",
          "old/trips/IMG_1235.jpg",
          "trips/IMG_1235.jpg",
          "sunset beach.jpg",
          "sunset beach 2.jpg",
          "Été à la plage.jpeg",
          "a.b-c.tar.png",
          "2021-07-04 18.30.00.jpg",
          "Rome - day 1, old [town].jpg",
          "cats AND dogs.jpg",
          "half (open.webp",
          "IMG_1234",
          "海边的日落.jpg",
          "party 🎉.gif",
          "Screenshot 2024-01-01 at 10.00.00\u202fPM.png",
          "__.jpg",
          "DSC01234.ARW");

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (String path : PATHS) {
        archive.add(path, 0.01f, 0.01f, 1, 1);
      }
      // It is like what "sunset beach" says in every other way.
      archive.add(
          "other.jpg",
          null,
          Camera.UNKNOWN,
          new Caption("sunset beach IMG 1234", null, List.of("sunset", "beach")),
          1,
          1,
          0.3f,
          0.3f);
      archive.commit();
    }
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  private static List<String> paths() {
    return PATHS;
  }

  private static List<String> find(String text) {
    return search
        .search(new SearchRequestBuilder().query(PARSER.parse(text).orThrow()).limit(100).build())
        .hits()
        .stream()
        .map(hit -> hit.photo().file().path())
        .toList();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPastedPathComesFirst(String path) {
    for (String pasted :
        List.of(
            path,
            "/archive/" + path,
            "'" + path + "'",
            "\\archive\\" + path.replace('/', '\\'),
            "D:\\photos\\" + path.replace('/', '\\'),
            "/mnt/photos/" + path,
            path.toUpperCase(Locale.ROOT),
            path.toLowerCase(Locale.ROOT),
            Normalizer.normalize(path, Normalizer.Form.NFD),
            Normalizer.normalize(path, Normalizer.Form.NFC),
            "  " + path + " ")) {
      assertThat(find(pasted)).as(pasted).startsWith(path);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aPastedNameComesFirst(String path) {
    assertThat(name(find(name(path)).getFirst())).isEqualTo(name(path));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void soDoesANameWithoutItsExtension(String path) {
    String name = name(path);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    // An open bracket without an end that says what it is for is no search.
    if (!stem.contains("(open")) {
      assertThat(name(find(stem).getFirst())).startsWith(stem);
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aNameInQuotesKeepsThatNameAlone(String path) {
    String name = name(path);
    if (name.contains(".")) {
      for (String query : List.of("\"" + name + "\"", "name:\"" + name + "\"")) {
        assertThat(find(query))
            .as(query)
            .allSatisfy(found -> assertThat(name(found)).isEqualTo(name))
            .contains(path);
      }
    }
    if (!name.contains(" ")) {
      assertThat(find("name:" + name)).as(name).contains(path);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name:IMG_1234.JPG, trips/IMG_1234.JPG",
    "name:img_1234.jpg, trips/IMG_1234.JPG",
    "name:trips/IMG_1235.jpg, old/trips/IMG_1235.jpg;trips/IMG_1235.jpg",
    "name:old/trips/IMG_1235.jpg, old/trips/IMG_1235.jpg",
    "name:old\\trips\\IMG_1235.jpg, old/trips/IMG_1235.jpg",
    "name:nowhere/IMG_1235.jpg, ''",
    "name:IMG_1234.PNG, ''",
    "name:🎉, party 🎉.gif",
    "name:dsc01234.arw, DSC01234.ARW",
  })
  void aNameFiltersByAllThatItSays(String query, String found) {
    assertThat(find(query))
        .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(";"));
  }

  @Test
  void theNearestFoldersAndThenTheRightExtensionCountMost() {
    assertThat(find("old/trips/IMG_1235.jpg"))
        .startsWith("old/trips/IMG_1235.jpg", "trips/IMG_1235.jpg");
    assertThat(find("/archive/trips/IMG_1235.jpg"))
        .startsWith("trips/IMG_1235.jpg", "old/trips/IMG_1235.jpg");
    assertThat(find("trips/IMG_1234.HEIC")).startsWith("trips/IMG_1234.HEIC");
    assertThat(find("IMG_0001.TIFF")).startsWith("IMG_0001.JPG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"people IMG_0001.JPG OR IMG_1235.jpg", "people IMG_0001.JPG IMG_1235.jpg"})
  void severalNamesComeBeforeOthers(String query) {
    assertThat(find(query).subList(0, 3))
        .containsExactlyInAnyOrder("IMG_0001.JPG", "trips/IMG_1235.jpg", "old/trips/IMG_1235.jpg");
  }

  @Test
  void aNameThatIsNotWantedIsLeftOut() {
    assertThat(find("-IMG_0001.JPG")).hasSize(PATHS.size()).doesNotContain("IMG_0001.JPG");
  }

  @Test
  void theNameIsMarkedAndExplained() {
    SearchRequest request =
        new SearchRequestBuilder()
            .query(PARSER.parse("trips/IMG_1234.JPG"))
            .highlight(true)
            .build();
    Hit first = search.search(request).hits().getFirst();
    assertThat(first.highlights())
        .extracting((Highlight mark) -> mark.marked("<", ">"))
        .contains("<IMG>_<1234>.JPG");
    assertThat(search.explain(request, List.of(first)).getFirst().inWords())
        .anyMatch(line -> line.startsWith("its file's name is what was searched for: rank 1 of"));
  }

  @Test
  void textThatIsNoNameIsRankedAsBefore() {
    assertThat(find("sunset at a beach")).startsWith("other.jpg");
    assertThat(
            search
                .search(new SearchRequestBuilder().text("sunset at a beach").build())
                .hits()
                .getFirst()
                .legs())
        .noneMatch(leg -> leg.leg().equals("name"));
  }
}
