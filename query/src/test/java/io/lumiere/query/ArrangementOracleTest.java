package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Groups, near duplicates and diverse orders are what one gets from the plain list of hits by
 * looking at all of it, whatever the search and the length of pages.
 */
class ArrangementOracleTest {
  private static final float ALIKE = 0.995f;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private TestArchive archive;
  private ArrangedPhotos photos;
  private PhotoSearch search;

  ArrangementOracleTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    photos = new ArrangedPhotos(random, archive, 10 + random.nextInt(100));
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private List<Supplier<SearchRequestBuilder>> requests() {
    long order = random.nextLong();
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    requests.add(SearchRequest::builder);
    requests.add(() -> SearchRequest.builder().year(2020).sort(SearchRequest.Sort.OLDEST));
    requests.add(() -> SearchRequest.builder().sort(SearchRequest.Sort.SMALLEST));
    requests.add(() -> SearchRequest.builder().sort(SearchRequest.Sort.NAME));
    requests.add(() -> SearchRequest.builder().sort(SearchRequest.Sort.RANDOM).seed(order));
    requests.addAll(ranked());
    requests.add(() -> ranked().getFirst().get().sort(SearchRequest.Sort.NEWEST));
    return requests;
  }

  private List<Supplier<SearchRequestBuilder>> ranked() {
    return List.of(
        () -> SearchRequest.builder().text("dog").minScore(0.2f),
        () -> uncut("dog at the beach").ranking(ranking -> ranking.fusion(Fusion.reciprocalRank())),
        () ->
            uncut("sunset")
                .target(target -> target.inWords(false))
                .ranking(ranking -> ranking.window(40)),
        () -> SearchRequest.builder().text("dog").cutoff(Cutoff.automatic()),
        () -> uncut("dog").ranking(ranking -> ranking.minSimilarity(0.8f)).year(2021));
  }

  private static SearchRequestBuilder uncut(String text) {
    return SearchRequest.builder().text(text).cutoff(Cutoff.none());
  }

  /** The plain list; pages are not longer than any window, which would widen it. */
  private List<Hit> all(Supplier<SearchRequestBuilder> request) {
    return paged(request, 40);
  }

  /** All pages. */
  private List<Hit> paged(Supplier<SearchRequestBuilder> request, int limit) {
    List<Hit> hits = new ArrayList<>();
    PageToken next = null;
    do {
      SearchRequestBuilder page = request.get().limit(limit);
      SearchResult result = search.search(next == null ? page.build() : page.after(next).build());
      hits.addAll(result.hits());
      next = result.next() == null ? null : PageToken.parse(result.next().toString());
    } while (next != null);
    for (int i = 0; i < hits.size(); i++) {
      assertThat(hits.get(i).rank()).isEqualTo(i + 1);
    }
    return hits;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.photo().id()).toList();
  }

  @Test
  void groupsAreThoseOfTheWholeList() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      List<Hit> plain = all(request);
      for (GroupBy by : GroupBy.values()) {
        int most = 1 + random.nextInt(4);
        List<Hit> found = paged(() -> request.get().group(by, most), 1 + random.nextInt(9));
        Map<String, List<Hit>> expected = ArrangedPhotos.groups(plain, by);
        String about = by + ", seed " + seed;
        assertThat(ids(found))
            .as(about)
            .isEqualTo(
                expected.values().stream()
                    .flatMap(hits -> ids(hits).stream().limit(most))
                    .toList());
        assertThat(found)
            .as(about)
            .allSatisfy(hit -> {
              String key = ArrangedPhotos.key(hit.photo(), by);
              assertThat(hit.group().key()).isEqualTo(key);
              assertThat(hit.group().photos()).isEqualTo(expected.get(key).size());
            });
        SearchResult first = search.search(request.get().group(by, 1).build());
        assertThat(first.groups()).as(about).isEqualTo(expected.size());
        assertThat(first.total()).as(about).isEqualTo(plain.size());
      }
    }
  }

  @Test
  void theFilterOfAGroupListsAllOfIt() {
    for (Supplier<SearchRequestBuilder> request : List.of(requests().get(0), ranked().getLast())) {
      List<Hit> plain = all(request);
      for (GroupBy by : GroupBy.values()) {
        Map<String, List<Hit>> expected = ArrangedPhotos.groups(plain, by);
        for (Hit head : paged(() -> request.get().group(by, 1), 40)) {
          assertThat(ids(all(() -> request.get().filter(head.group().filter()))))
              .as(head.group() + ", seed " + seed)
              .isEqualTo(ids(expected.get(head.group().key())));
        }
      }
    }
  }

  @Test
  void nearDuplicatesStandOnce() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      Map<Hit, List<String>> expected = photos.collapse(all(request), ALIKE);
      List<Hit> found = paged(() -> request.get().collapse(ALIKE), 1 + random.nextInt(9));
      assertThat(ids(found)).as("seed " + seed).isEqualTo(ids(List.copyOf(expected.keySet())));
      assertThat(found.stream().map(Hit::alike).toList())
          .as("seed " + seed)
          .isEqualTo(List.copyOf(expected.values()));
    }
  }

  @Test
  void nothingIsHiddenThatIsLikeNothingShown() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      Set<String> met = new HashSet<>();
      for (Hit hit : paged(() -> request.get().collapse(ALIKE), 7)) {
        met.add(hit.photo().id());
        met.addAll(hit.alike());
      }
      assertThat(met).as("seed " + seed).isEqualTo(Set.copyOf(ids(all(request))));
    }
  }

  @Test
  void withinGroupsNearDuplicatesStandOnce() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      GroupBy by = List.of(GroupBy.values()).get(random.nextInt(5));
      int most = 1 + random.nextInt(4);
      List<Hit> expected = new ArrayList<>();
      List<List<String>> hidden = new ArrayList<>();
      for (List<Hit> group : ArrangedPhotos.groups(all(request), by).values()) {
        photos.collapse(group, ALIKE).entrySet().stream()
            .limit(most)
            .forEach(shown -> {
              expected.add(shown.getKey());
              hidden.add(shown.getValue());
            });
      }
      List<Hit> found =
          paged(() -> request.get().group(by, most).collapse(ALIKE), 1 + random.nextInt(9));
      assertThat(ids(found)).as(by + ", seed " + seed).isEqualTo(ids(expected));
      assertThat(found.stream().map(Hit::alike).toList()).as("seed " + seed).isEqualTo(hidden);
    }
  }

  @Test
  void diverseOrdersAreMaximalMarginalRelevance() {
    for (Supplier<SearchRequestBuilder> request : ranked()) {
      List<Hit> plain = all(request);
      for (double lambda : new double[] {1, 0.7, 0.3, 0}) {
        List<Hit> expected = photos.diversify(plain, lambda, Calibration.DEFAULT.image());
        String about = "lambda " + lambda + ", seed " + seed;
        assertThat(ids(paged(() -> request.get().diversify(lambda), 1 + random.nextInt(30))))
            .as(about)
            .isEqualTo(ids(expected));
        assertThat(ids(paged(() -> request.get().diversify(lambda).collapse(ALIKE), 8)))
            .as(about)
            .isEqualTo(ids(List.copyOf(photos.collapse(expected, ALIKE).keySet())));
      }
      assertThat(ids(photos.diversify(plain, 1, Calibration.DEFAULT.image())))
          .isEqualTo(ids(plain));
    }
  }
}
