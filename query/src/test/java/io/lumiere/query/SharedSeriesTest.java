package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long series of photos that look the same, in two directories, of which one is shown. */
class SharedSeriesTest {
  private static final int SERIES = 3_000;
  private static final int OTHERS = 150;

  /**
   * Some 100 bytes for each photo of the series that a directory has, and 4 for each time that it
   * is a near duplicate.
   */
  private static final int MOST_BYTES = 1_000_000;

  @TempDir Path folder;
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private PhotoSearch whole;
  private ShardsInProcess shards;

  SharedSeriesTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    for (String name : List.of("whole", "first", "second")) {
      archives.add(new TestArchive(folder.resolve(name)));
    }
    for (int i = 0; i < SERIES + OTHERS; i++) {
      boolean isAlone = i % 21 == 5;
      float[] shows = {1, isAlone ? random.nextFloat() : 0, isAlone ? random.nextFloat() : 0, 0};
      archives.getFirst().add(photo(i), shows.clone());
      archives.get(1 + random.nextInt(2)).add(photo(i), shows.clone());
    }
    for (TestArchive archive : archives) {
      archive.merge();
    }
    whole = PhotoSearch.open(archives.getFirst().folder(), TestArchive.MODEL, TestArchive::encode);
    shards = new ShardsInProcess(archives.subList(1, 3));
  }

  private static Photo photo(int i) {
    return Photo.builder(
            "id" + i,
            new PhotoFile(i + ".jpg", "%064x".formatted(i), 1_000_000 - i, Instant.EPOCH),
            new ImageInfo(40, 30, 1, "jpeg"))
        .build();
  }

  @AfterEach
  void close() throws IOException {
    whole.close();
    shards.close();
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  private static List<Object> pages(
      PhotoFinder search, Supplier<SearchRequestBuilder> request, int pages) {
    List<Object> found = new ArrayList<>();
    PageToken next = null;
    for (int page = 0; page < pages && (page == 0 || next != null); page++) {
      SearchRequestBuilder asked = request.get();
      SearchResult result = search.search(next == null ? asked.build() : asked.after(next).build());
      for (Hit hit : result.hits()) {
        found.add(List.of(hit.photo().id(), hit.alike()));
      }
      next = result.next();
    }
    return found;
  }

  private void check(Supplier<SearchRequestBuilder> request) {
    assertThat(pages(shards.search(), request, 2)).isEqualTo(pages(whole, request, 2));
    assertThat(shards.largestAnswer).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 30, 120})
  void oneIsShown(int limit) {
    check(() ->
        SearchRequest.builder().sort(SearchRequest.Sort.LARGEST).collapse(0.9999f).limit(limit));
  }

  @Test
  void oneIsShownOfEachGroup() {
    check(() -> SearchRequest.builder().group(GroupBy.YEAR, 3).collapse(0.9999f).limit(5));
  }

  @Test
  void oneIsShownInADiverseOrder() {
    check(() ->
        SearchRequest.builder()
            .text("sunset")
            .cutoff(Cutoff.none())
            .diversify(0.5)
            .collapse(0.9999f)
            .limit(20));
  }

  @Test
  void hitsAreAskedForOnce() {
    SearchRequest request =
        SearchRequest.builder()
            .sort(SearchRequest.Sort.LARGEST)
            .collapse(0.9999f)
            .limit(100)
            .build();
    assertThat(shards.search().search(request).hits().size()).isEqualTo(100);
    // These lie among most of the series.
    int listed =
        shards.asked.stream()
            .filter(ShardQuestion.First.class::isInstance)
            .mapToInt(question -> ((ShardQuestion.First) question).most())
            .sum();
    assertThat(listed).isLessThan(SERIES + OTHERS + 1_000);
  }
}
