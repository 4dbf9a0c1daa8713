package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.SearchRequest.Sort;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.SortKeys;
import io.lumiere.schema.Taken;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages of random archives, in every order, joined, are the hits in brute-force order, also while
 * photos come and go.
 */
class PagingTest {
  private static final long ORDER = -5;
  private static final List<String> NAMES =
      List.of("IMG_%d.jpg", "img_%03d.JPG", "Été %d.png", "ete%d.jpg", "lake.jpg", "%d.jpg");
  private static final List<Fusion> FUSIONS =
      List.of(Fusion.probabilisticSum(), Fusion.weightedSum(), Fusion.reciprocalRank());

  @TempDir Path folder;
  private final Random random;
  private final Map<String, Photo> live = new HashMap<>();
  private TestArchive archive;
  private PhotoSearch search;
  private int made;

  PagingTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    for (int i = 0; i < 100; i++) {
      add();
      if (random.nextInt(30) == 0) {
        archive.commit();
      }
    }
    archive.addFailure("broken.jpg", "it is broken");
    change(10, 0);
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private void add() throws IOException {
    int n = made++;
    String name =
        NAMES.get(random.nextInt(NAMES.size())).replaceAll("%0?3?d", "" + random.nextInt(12));
    String path = "f" + n + "/" + name;
    LocalDateTime taken =
        random.nextInt(4) == 0 ? null : LocalDateTime.of(2020 + random.nextInt(3), 1, 1, 0, 0);
    Photo photo =
        Photo.builder(
                "id " + random.nextLong(),
                new PhotoFile(path, "b".repeat(64), 1000 + random.nextInt(5), Instant.EPOCH),
                new ImageInfo(40, 30, 1, "jpeg"))
            .taken(
                taken == null
                    ? null
                    : new Taken(taken, null, random.nextInt(3) == 0 ? Taken.FILE_TIME : "exif"))
            .caption(random.nextInt(3) == 0 ? new Caption("sunset", null, List.of()) : Caption.NONE)
            .build();
    // Few different vectors, so that many scores are equal.
    archive.add(
        photo, random.nextInt(3), random.nextInt(3), random.nextInt(2), 1 + random.nextInt(2));
    live.put(photo.id(), photo);
  }

  /** Deletes and adds this many photos, and commits. */
  private void change(int deletions, int additions) throws IOException {
    List<Photo> all = new ArrayList<>(live.values());
    all.sort(Comparator.comparing(Photo::id));
    for (int i = 0; i < deletions; i++) {
      Photo gone = all.remove(random.nextInt(all.size()));
      archive.delete(gone.file().path());
      live.remove(gone.id());
    }
    for (int i = 0; i < additions; i++) {
      add();
    }
    archive.commit();
  }

  /**
   * One of twelve: by words and vector, by a vector alone in two ways, or filters only; all photos,
   * some names or one year.
   */
  private static SearchRequestBuilder request(Sort sort, Fusion fusion, int kind) {
    SearchRequestBuilder request =
        SearchRequest.builder().sort(sort).seed(ORDER).ranking(ranking -> ranking.fusion(fusion));
    switch (kind % 4) {
      case 0 -> request.text("sunset");
      case 1 -> request.text("sunset").target(target -> target.inWords(false));
      case 2 -> request.vector(TestArchive.unit(1, 2, 1, 1));
      default -> {}
    }
    switch (kind / 4) {
      case 1 -> request.path("**/img*");
      case 2 -> request.year(2021);
      default -> {}
    }
    return request;
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.photo().id()).toList();
  }

  /** The order that is promised, on what the documents say. */
  private static Comparator<Hit> order(Sort sort, boolean ranked) {
    Comparator<Hit> ties = Comparator.comparingLong(hit -> SortKeys.idHash(hit.photo().id()));
    Comparator<Hit> dates =
        Comparator.comparingLong((Hit hit) -> date(hit, sort != Sort.OLDEST))
            .thenComparing(hit -> hit.photo().taken() != null && hit.photo().taken().isGuessed());
    Comparator<Hit> sizes = Comparator.comparingLong(hit -> hit.photo().file().size());
    return switch (sort) {
      case RELEVANCE ->
          (ranked ? Comparator.comparingDouble((Hit hit) -> -hit.score()) : dates)
              .thenComparing(ties);
      case NEWEST, OLDEST -> dates.thenComparing(ties);
      case LARGEST -> sizes.reversed().thenComparing(ties);
      case SMALLEST -> sizes.thenComparing(ties);
      case NAME ->
          Comparator.comparing((Hit hit) -> SortKeys.name(hit.photo().file().name()))
              .thenComparing(hit -> hit.photo().file().path());
      case RANDOM ->
          Comparator.comparingLong(
              hit -> SortKeys.random(SortKeys.idHash(hit.photo().id()), ORDER));
    };
  }

  /** Days, negative where the newest is first; photos without a date are last. */
  private static long date(Hit hit, boolean newestFirst) {
    Taken taken = hit.photo().taken();
    if (taken == null) {
      return Long.MAX_VALUE;
    }
    long day = taken.local().toLocalDate().toEpochDay();
    return newestFirst ? -day : day;
  }

  @Test
  void joinedPagesAreTheWholeInBruteForceOrder() {
    for (Sort sort : Sort.values()) {
      for (Fusion fusion : FUSIONS) {
        for (int kind = random.nextInt(3); kind < 12; kind += 1 + random.nextInt(4)) {
          SearchRequestBuilder request = request(sort, fusion, kind).limit(1000);
          SearchResult whole = search.search(request.build());
          String what = "seed " + Seeds.ofRun() + ", " + sort + ", " + fusion + ", kind " + kind;
          assertThat(whole.hits())
              .as(what)
              .isSortedAccordingTo(order(sort, kind % 4 < 3))
              .hasSize(whole.total());
          assertThat(whole.next()).as(what).isNull();
          List<String> joined = new ArrayList<>();
          SearchResult page;
          do {
            request.limit(1 + random.nextInt(40));
            page = search.search(request.build());
            assertThat(page.total()).as(what).isEqualTo(whole.total());
            for (Hit hit : page.hits()) {
              joined.add(hit.photo().id());
              assertThat(hit.rank()).as(what).isEqualTo(joined.size());
            }
            if (page.next() != null) {
              request.after(PageToken.parse(page.next().toString()));
            }
          } while (page.next() != null);
          assertThat(joined).as(what).isEqualTo(ids(whole));
        }
      }
    }
  }

  @Test
  void allPhotosAreFoundWhereNothingFilters() {
    for (Sort sort : Sort.values()) {
      SearchResult all = search.search(SearchRequest.builder().sort(sort).limit(1000).build());
      assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(live.keySet());
    }
  }

  @Test
  void whatStaysComesExactlyOnceWhilePhotosComeAndGo() throws IOException {
    for (Sort sort : Sort.values()) {
      for (int kind = random.nextInt(3); kind < 12; kind += 1 + random.nextInt(5)) {
        // Any change moves ranks, which is what reciprocal rank fusion scores.
        boolean byRanks = sort != Sort.RELEVANCE && random.nextInt(3) == 0;
        Fusion fusion = FUSIONS.get(byRanks ? 2 : random.nextInt(2));
        String what = "seed " + Seeds.ofRun() + ", " + sort + ", " + fusion + ", kind " + kind;
        SearchRequestBuilder request = request(sort, fusion, kind).cutoff(Cutoff.none());
        Set<String> always = new HashSet<>(ids(search.search(request.limit(1000).build())));
        Set<String> seen = new LinkedHashSet<>();
        SearchResult page;
        do {
          page = search.search(request.limit(1 + random.nextInt(40)).build());
          for (String id : ids(page)) {
            assertThat(seen.add(id)).as(what + ": twice " + id).isTrue();
          }
          if (page.next() != null) {
            request.after(PageToken.parse(page.next().toString()));
          }
          int changed = random.nextInt(4);
          if (random.nextInt(3) == 0) {
            Photo last = page.hits().isEmpty() ? null : page.hits().getLast().photo();
            if (last != null) {
              archive.delete(last.file().path());
              live.remove(last.id());
            }
          }
          change(changed, changed + 1);
          search.refresh();
          always.retainAll(live.keySet());
        } while (page.next() != null);
        assertThat(seen).as(what).containsAll(always);
      }
    }
  }

  @Test
  void aSeedIsAnOrderWhateverElseIsInTheIndex() throws IOException {
    SearchRequest seven = SearchRequest.builder().sort(Sort.RANDOM).seed(7).limit(1000).build();
    List<String> before = ids(search.search(seven));
    change(20, 30);
    search.refresh();
    List<String> after = new ArrayList<>(ids(search.search(seven)));
    List<String> stayed = before.stream().filter(live::containsKey).toList();
    after.retainAll(stayed);
    assertThat(after).isEqualTo(stayed);
    SearchRequest eight = SearchRequest.builder().sort(Sort.RANDOM).seed(8).limit(1000).build();
    assertThat(ids(search.search(eight))).isNotEqualTo(ids(search.search(seven)));
  }

  @Test
  void aTokenOfAnotherOrderIsRefused() {
    SearchRequestBuilder request = SearchRequest.builder().sort(Sort.RANDOM).seed(7).limit(3);
    PageToken token = search.search(request.build()).next();
    assertThatThrownBy(() -> search.search(request.seed(8).after(token).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seed 7, not 8");
    assertThatThrownBy(() -> search.search(request.sort(Sort.NAME).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RANDOM, not by NAME");
  }
}
