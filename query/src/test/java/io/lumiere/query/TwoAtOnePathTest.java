package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of photos of two archives, which are at the same paths and alike in all but their ids. */
class TwoAtOnePathTest {
  private static final int PATHS = 30;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private final List<String> all = new ArrayList<>();

  TwoAtOnePathTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    for (String name : List.of("whole", "first", "second", "third")) {
      archives.add(new TestArchive(folder.resolve(name)));
    }
    for (int path = 0; path < PATHS; path++) {
      float[] shows = {random.nextInt(2) + 0.1f, 1, 0, random.nextInt(2)};
      LocalDateTime taken = LocalDateTime.of(2020, 1, 1 + random.nextInt(4), 12, 0);
      for (String archive : List.of("a", "b")) {
        add(archive + path, "DCIM/IMG_" + path + ".JPG", taken, shows);
      }
    }
    for (TestArchive archive : archives) {
      archive.commit();
    }
  }

  private void add(String id, String path, LocalDateTime taken, float[] shows) throws IOException {
    Photo photo =
        Photo.builder(
                id,
                new PhotoFile(path, "b".repeat(64), random.nextInt(3), Instant.EPOCH),
                new ImageInfo(40, 30, 1, "jpeg"))
            .taken(new Taken(taken, null, "exif"))
            .build();
    all.add(id);
    archives.getFirst().add(photo, shows.clone());
    archives.get(1 + random.nextInt(3)).add(photo, shows.clone());
  }

  @AfterEach
  void close() throws IOException {
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      Supplier<SearchRequestBuilder> sorted = () -> SearchRequest.builder().sort(sort).seed(7);
      requests.add(sorted);
      requests.add(() -> sorted.get().text("dog").cutoff(Cutoff.none()));
      requests.add(() -> sorted.get().group(GroupBy.BURST, 1));
      if (sort == SearchRequest.Sort.RELEVANCE) {
        requests.add(() -> sorted.get().text("dog").cutoff(Cutoff.none()).diversify(0.5));
      }
    }
    return requests;
  }

  /** The ids on all pages. */
  private static List<String> pages(
      PhotoFinder search, Supplier<SearchRequestBuilder> request, int limit) {
    List<String> ids = new ArrayList<>();
    PageToken next = null;
    do {
      SearchRequestBuilder page = request.get().limit(limit);
      SearchResult result = search.search(next == null ? page.build() : page.after(next).build());
      result.hits().forEach(hit -> ids.add(hit.photo().id()));
      next = result.next();
    } while (next != null);
    return ids;
  }

  @Test
  void allPagesHaveEachPhotoOnce() throws IOException {
    try (PhotoSearch whole =
            PhotoSearch.open(archives.getFirst().folder(), TestArchive.MODEL, TestArchive::encode);
        ShardsInProcess shards = new ShardsInProcess(archives.subList(1, 4))) {
      List<Supplier<SearchRequestBuilder>> requests = requests();
      for (int i = 0; i < requests.size(); i++) {
        String about = "request %s, seed %s".formatted(i, seed);
        List<String> found = pages(shards.search(), requests.get(i), 1 + random.nextInt(9));
        assertThat(found).as(about).containsExactlyInAnyOrderElementsOf(all);
        assertThat(pages(whole, requests.get(i), 1 + random.nextInt(9))).as(about).isEqualTo(found);
      }
    }
  }

  @Test
  void anOrderByNameIsThatOfThePages() throws IOException {
    try (PhotoSearch whole =
            PhotoSearch.open(archives.getFirst().folder(), TestArchive.MODEL, TestArchive::encode);
        ShardsInProcess shards = new ShardsInProcess(archives.subList(1, 4))) {
      SearchRequest byName = SearchRequest.builder().sort(SearchRequest.Sort.NAME).build();
      List<String> paged =
          pages(whole, () -> SearchRequest.builder().sort(SearchRequest.Sort.NAME), 7);
      for (PhotoFinder search : List.of(whole, shards.search())) {
        try (ResultOrder order = search.order(byName)) {
          assertThat(order.rows(0, all.size()).ids()).containsExactlyElementsOf(paged);
        }
      }
    }
  }
}
