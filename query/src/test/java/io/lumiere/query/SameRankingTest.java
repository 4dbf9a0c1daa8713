package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.order.ResultRows;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same photos give the same results, scores bit for bit, in whatever order and segments they
 * are written, and into however many directories they are cut.
 */
class SameRankingTest {
  private static final float ALIKE = 0.995f;
  private static final int ALL_PAGES = Integer.MAX_VALUE;
  private static final int FEW_PAGES = 2;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private CutArchive photos;

  SameRankingTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    photos = new CutArchive(folder, random, 20 + random.nextInt(150));
  }

  @AfterEach
  void close() throws IOException {
    photos.close();
  }

  /** A hit, as far as it does not depend on where it stands in the index. */
  private record Found(
      int rank,
      String id,
      float score,
      Float similarity,
      List<?> legs,
      Group group,
      List<String> alike) {
    static Found of(Hit hit) {
      return new Found(
          hit.rank(),
          hit.photo().id(),
          hit.score(),
          hit.similarity(),
          hit.legs(),
          hit.group(),
          hit.alike());
    }
  }

  /** By relevance, each hit on its own. */
  private static List<Supplier<SearchRequestBuilder>> ranked() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (Fusion fusion :
        List.of(Fusion.reciprocalRank(), Fusion.weightedSum(), Fusion.probabilisticSum())) {
      for (int window : new int[] {3, 10, 2_000}) {
        for (String text : List.of("a dog", "dog at the beach", "do*", "\"a dog\" sunset")) {
          requests.add(() ->
              SearchRequest.builder()
                  .text(text)
                  .limit(3)
                  .cutoff(Cutoff.none())
                  .ranking(ranking -> ranking.fusion(fusion).window(window)));
        }
      }
    }
    requests.add(() -> SearchRequest.builder().text("dog").cutoff(Cutoff.automatic()));
    requests.add(() -> SearchRequest.builder().text("dog").year(2020).cutoff(Cutoff.none()));
    requests.add(() -> SearchRequest.builder().text("beach").minScore(0.2f));
    for (int limit : new int[] {0, 3, 50}) {
      requests.add(() -> SearchRequest.builder().vector(TestArchive.encode("a dog")).limit(limit));
      requests.add(
          () -> SearchRequest.builder().vector(TestArchive.encode("sea")).year(2021).limit(limit));
    }
    requests.add(
        () -> SearchRequest.builder().vector(TestArchive.encode("sea")).path("*/IMG*").limit(5));
    return requests;
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = ranked();
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      requests.add(() -> SearchRequest.builder().text("a dog").sort(sort).seed(5));
      requests.add(() -> SearchRequest.builder().year(2021).sort(sort).seed(5));
    }
    requests.add(() -> SearchRequest.builder().text("dog").collapse(ALIKE));
    for (int limit : new int[] {0, 3, 20}) {
      requests.add(() -> SearchRequest.builder().text("dog").limit(limit).diversify(0.4));
      requests.add(
          () -> SearchRequest.builder().text("dog").limit(limit).diversify(0.7).collapse(ALIKE));
      requests.add(() -> SearchRequest.builder().year(2021).limit(limit).collapse(0.9f));
      for (GroupBy by : GroupBy.values()) {
        requests.add(() -> SearchRequest.builder().text("dog").limit(limit).group(by, 1));
        requests.add(() -> SearchRequest.builder().limit(limit).group(by, 3));
        requests.add(
            () -> SearchRequest.builder().text("beach").limit(limit).group(by, 3).collapse(ALIKE));
      }
    }
    requests.add(() -> SearchRequest.builder().text("dog").facets(Facet.YEAR, Facet.CITY));
    return requests;
  }

  private static List<Object> results(
      PhotoFinder search, Supplier<SearchRequestBuilder> request, int mostPages) {
    List<Object> results = new ArrayList<>();
    int pages = 0;
    PageToken next = null;
    do {
      SearchRequestBuilder page = request.get().likely(true);
      SearchResult result = search.search(next == null ? page.build() : page.after(next).build());
      results.add(result.hits().stream().map(Found::of).toList());
      results.add(result.total());
      results.add(result.groups());
      results.add(result.facets().toString());
      results.add(String.valueOf(result.likely()));
      results.add(String.valueOf(result.next()));
      next = result.next();
    } while (next != null && ++pages < mostPages);
    return results;
  }

  /** All that an order says, and reads of its hits. */
  private static List<Object> order(PhotoFinder search, Supplier<SearchRequestBuilder> request) {
    List<Object> order = new ArrayList<>();
    try (ResultOrder hits = search.order(request.get().build())) {
      String last = null;
      order.add(hits.total());
      order.add(hits.photos());
      order.add(hits.likely());
      order.add(hits.sort());
      order.add(String.valueOf(hits.cutoff()));
      order.add(String.valueOf(hits.likelyReport()));
      order.add(Arrays.toString(hits.scoreCounts()));
      order.add(hits.stacking());
      for (ResultRows rows :
          List.of(
              hits.rows(0, 10),
              hits.rows(7, 1000),
              hits.hidden(0, hits.total(), 0, 100),
              hits.rowsAt(hits.total() < 3 ? new int[0] : new int[] {2, 0}))) {
        order.add(List.of(rows.ids()));
        order.add(List.of(rows.hashes()));
        order.add(Arrays.asList(rows.ratios(), rows.colors(), rows.flags(), rows.alike()));
        order.add(rows.taken());
        order.add(String.valueOf(Arrays.toString(rows.scores())));
        last = rows.count() == 0 ? last : rows.ids()[rows.count() - 1];
      }
      for (SectionBy by : SectionBy.values()) {
        order.add(by == SectionBy.EVENT ? List.of() : hits.sections(by));
      }
      order.add(hits.clusters(3));
      order.add(hits.clusters(12));
      order.add(last == null ? OptionalInt.empty() : hits.positionOf(last));
      order.add(hits.positionOf("none"));
    }
    return order;
  }

  @Test
  void howPhotosAreWrittenDoesNotMatter() throws IOException {
    List<List<List<Object>>> all = new ArrayList<>();
    List<Supplier<SearchRequestBuilder>> requests = requests();
    for (TestArchive archive : List.of(photos.whole(), photos.whole(), photos.whole())) {
      try (PhotoSearch search =
          PhotoSearch.open(archive.folder(), TestArchive.MODEL, TestArchive::encode)) {
        all.add(requests.stream().map(request -> results(search, request, ALL_PAGES)).toList());
      }
    }
    for (int i = 0; i < requests.size(); i++) {
      for (List<List<Object>> other : all) {
        assertThat(other.get(i))
            .as("request %s, seed %s", i, seed)
            .isEqualTo(all.getFirst().get(i));
      }
    }
  }

  private static boolean isOrdered(SearchRequest request) {
    return request.view().arrangement().groupBy() == null
        && request.view().arrangement().lambda() == null;
  }

  @Test
  void severalDirectoriesRankAsOne() throws IOException {
    // Of eight directories two have all photos, so what they send first is not enough.
    List<List<TestArchive>> cuts =
        List.of(photos.cut(1, 1), photos.cut(2, 2), photos.cut(4, 4), photos.cut(8, 2));
    List<ShardsInProcess> shards = new ArrayList<>();
    for (List<TestArchive> cut : cuts) {
      shards.add(new ShardsInProcess(cut));
    }
    try (PhotoSearch search =
        PhotoSearch.open(photos.whole().folder(), TestArchive.MODEL, TestArchive::encode)) {
      List<Supplier<SearchRequestBuilder>> requests = requests();
      for (int i = 0; i < requests.size(); i++) {
        List<Object> alone = results(search, requests.get(i), FEW_PAGES);
        boolean isPlain = i < ranked().size();
        for (int cut = 0; cut < cuts.size() - (isPlain ? 0 : 1); cut++) {
          assertThat(results(shards.get(cut).search(), requests.get(i), FEW_PAGES))
              .as("request %s in %s, seed %s", i, cuts.get(cut).size(), seed)
              .isEqualTo(alone);
        }
        if (isOrdered(requests.get(i).get().build())) {
          List<Object> inOrder = order(search, requests.get(i));
          for (ShardsInProcess cut : shards) {
            assertThat(order(cut.search(), requests.get(i)))
                .as("order %s in %s, seed %s", i, shards.indexOf(cut), seed)
                .usingRecursiveComparison()
                .isEqualTo(inOrder);
          }
        }
      }
    } finally {
      IOUtils.close(shards);
    }
  }
}
