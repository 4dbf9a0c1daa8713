package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether case counts in a pattern of paths is decided by all directories together. */
class SamePathsTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir Path folder;
  private final List<TestArchive> archives = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    for (String name : List.of("all", "first", "second")) {
      archives.add(new TestArchive(folder.resolve(name)));
    }
    for (TestArchive first : List.of(archives.get(0), archives.get(1))) {
      first.add("in/IMG_0001.JPG", 1, 1, 0, 0);
      first.add("in/Dog.jpg", 0, 1, 0, 1);
      first.commit();
    }
    for (TestArchive second : List.of(archives.get(0), archives.get(2))) {
      second.add("out/img_0001.jpg", 1, 1, 0, 0);
      second.addWithoutVector("out/img_0001.Jpg", "a title");
      second.add("out/DOG.jpg", 0, 1, 0, 1);
      second.commit();
    }
  }

  @AfterEach
  void close() throws IOException {
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path:IMG_0001.JPG",
        "path:Img_0001.jpg",
        "path:IMG_0001.JPG has:title",
        "has:title path:IMG_0001.JPG",
        "-path:IMG_0001.JPG",
        "-path:Img_0001.jpg",
        "beach path:IMG_0001.JPG",
        "beach (path:iN/* OR path:out/D*)",
        "path:none.jpg"
      })
  void aPatternFindsTheSame(String query) throws IOException {
    SearchRequest request = new SearchRequestBuilder().query(PARSER.parse(query).orThrow()).build();
    try (PhotoSearch search =
            PhotoSearch.open(archives.get(0).folder(), TestArchive.MODEL, TestArchive::encode);
        ShardsInProcess shards = new ShardsInProcess(List.of(archives.get(1), archives.get(2)))) {
      SearchResult expected = search.search(request);
      SearchResult found = shards.search().search(request);
      assertThat(ids(found)).isEqualTo(ids(expected));
      assertThat(found.total()).isEqualTo(expected.total());
      assertThat(found.notes()).isEqualTo(expected.notes());
    }
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.photo().id() + " " + hit.score()).toList();
  }
}
