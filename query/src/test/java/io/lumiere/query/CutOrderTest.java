package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.map.MapCluster;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of several directories that have more hits than an order takes. */
class CutOrderTest {
  private static final int PHOTOS = 200;
  private static final int MOST = 60;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private CutArchive photos;
  private PhotoSearch whole;

  CutOrderTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    photos = new CutArchive(folder, random, PHOTOS);
    whole = PhotoSearch.open(photos.whole().folder(), TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    whole.close();
    photos.close();
  }

  private ShardsInProcess shards(int count, int filled) throws IOException {
    return new ShardsInProcess(photos.cut(count, filled));
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      requests.add(() -> SearchRequest.builder().sort(sort).seed(7));
      requests.add(() -> SearchRequest.builder().text("dog").cutoff(Cutoff.none()).sort(sort));
    }
    requests.add(() -> SearchRequest.builder().path("a/1*"));
    return requests;
  }

  private static List<String> ids(ResultOrder order, int count) {
    return List.of(order.rows(0, count).ids());
  }

  /** Sections of the first hits, without what they are called. */
  private static List<Object> sections(ResultOrder order, SectionBy by, int count) {
    List<Object> sections = new ArrayList<>();
    for (Section section : order.sections(by)) {
      if (section.start() < count) {
        int end = Math.min(count, section.start() + section.count());
        sections.add(List.of(section.key(), section.start(), end));
      }
    }
    return sections;
  }

  private int placed(List<String> ids) {
    return (int) whole.findAll(ids).stream().filter(photo -> photo.place() != null).count();
  }

  private void check(SharedSearch search, Supplier<SearchRequestBuilder> request, String about) {
    try (ResultOrder all = whole.order(request.get().build());
        ResultOrder first = search.order(request.get().build())) {
      int count = Math.min(MOST, all.total());
      assertThat(first.total()).as(about).isEqualTo(count);
      assertThat(first.notes()).as(about).hasSize(all.total() > MOST ? 1 : 0);
      List<String> ids = ids(first, MOST);
      assertThat(ids).as(about).isEqualTo(ids(all, count));
      for (SectionBy by : List.of(SectionBy.PLACE, SectionBy.BURST, SectionBy.MONTH)) {
        assertThat(sections(first, by, count))
            .as("%s, by %s", about, by)
            .isEqualTo(sections(all, by, count));
      }
      assertThat(first.clusters(3).stream().mapToInt(MapCluster::count).sum())
          .as(about)
          .isEqualTo(placed(ids));
    }
  }

  @Test
  void directoriesSendTheirShareFirst() throws IOException {
    SearchRequest request = SearchRequest.builder().build();
    try (ShardsInProcess even = shards(4, 4);
        ShardsInProcess uneven = shards(8, 2)) {
      even.search(MOST).order(request).close();
      assertThat(even.askedAgain).as("seed %s", seed).isEmpty();
      uneven.search(MOST).order(request).close();
      assertThat(uneven.askedAgain).as("seed %s", seed).containsExactly(0, 1);
    }
  }

  @Test
  void columnsAreOfTheFirstHits() throws IOException {
    for (int[] cut : new int[][] {{1, 1}, {3, 3}, {8, 2}}) {
      try (ShardsInProcess shards = shards(cut[0], cut[1])) {
        List<Supplier<SearchRequestBuilder>> requests = requests();
        for (int i = 0; i < requests.size(); i++) {
          String about = "request %s in %s, seed %s".formatted(i, Arrays.toString(cut), seed);
          check(shards.search(MOST), requests.get(i), about);
        }
      }
    }
  }
}
