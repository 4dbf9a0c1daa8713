package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.group.Group;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.order.ResultRows;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order of all hits is what one gets by paging through the search and looking at each hit. */
class ResultOrderOracleTest {
  private static final float ALIKE = 0.995f;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private TestArchive archive;
  private PhotoSearch search;

  ResultOrderOracleTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    archive = new TestArchive(folder);
    new ArrangedPhotos(random, archive, 10 + random.nextInt(200));
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private List<Supplier<SearchRequestBuilder>> requests() {
    long order = random.nextLong();
    String photo = search.search(SearchRequest.builder().build()).hits().getFirst().photo().id();
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      requests.add(() -> SearchRequest.builder().sort(sort).seed(order));
      requests.add(() -> SearchRequest.builder().year(2020).sort(sort).seed(order));
      requests.add(() -> SearchRequest.builder().text("dog").sort(sort).seed(order));
      requests.add(() ->
          SearchRequest.builder()
              .text("sunset")
              .cutoff(Cutoff.none())
              .ranking(ranking -> ranking.window(40))
              .sort(sort)
              .seed(order));
    }
    requests.add(() -> SearchRequest.builder().text("dog").minScore(0.2f));
    requests.add(() -> SearchRequest.builder().text("beach").diversify(0.4));
    requests.add(() -> SearchRequest.builder().text("beach").diversify(0.4).collapse(ALIKE));
    requests.add(() -> SearchRequest.builder().like(photo));
    requests.add(() -> SearchRequest.builder().year(1900));
    return requests;
  }

  private List<Hit> paged(Supplier<SearchRequestBuilder> request) {
    List<Hit> hits = new ArrayList<>();
    PageToken next = null;
    do {
      SearchRequestBuilder page = request.get().limit(30).likely(true);
      SearchResult result = search.search(next == null ? page.build() : page.after(next).build());
      hits.addAll(result.hits());
      next = result.next();
    } while (next != null);
    return hits;
  }

  private void check(Supplier<SearchRequestBuilder> request, boolean isStacked) {
    List<Hit> hits = paged(request);
    try (ResultOrder order = search.order(request.get().build())) {
      assertThat(order.total()).isEqualTo(hits.size());
      int start = random.nextInt(hits.size() + 2);
      for (ResultRows rows :
          List.of(order.rows(0, hits.size()), order.rows(start, random.nextInt(hits.size() + 2)))) {
        assertThat(rows.start()).isEqualTo(Math.min(rows.start(), hits.size()));
        for (int i = 0; i < rows.count(); i++) {
          check(rows, i, hits.get(rows.start() + i), isStacked);
        }
      }
      assertThat(order.rows(0, hits.size()).count()).isEqualTo(hits.size());
      for (int i = 0; i < hits.size(); i += 10) {
        assertThat(order.positionOf(hits.get(i).photo().id())).hasValue(i);
      }
      checkStacks(order, hits);
      assertThat(order.positionOf("no photo")).isEmpty();
      if (order.isRanked()) {
        assertThat(order.likely().orElseThrow())
            .isEqualTo((int) hits.stream().filter(hit -> !hit.belowCut()).count());
      } else {
        assertThat(order.likely()).isEmpty();
      }
    }
  }

  /** A near duplicate of several hits stands behind the first of them. */
  private static void checkStacks(ResultOrder order, List<Hit> hits) {
    Set<String> hidden = new HashSet<>();
    List<String> behind = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    ResultRows all = order.rows(0, hits.size());
    for (int i = 0; i < hits.size(); i++) {
      List<String> stack = new ArrayList<>(List.of(hits.get(i).photo().id()));
      hits.get(i).alike().stream().filter(hidden::add).forEach(stack::add);
      assertThat(order.stackSize(i)).isEqualTo(stack.size());
      assertThat(order.stack(i, 0, 1_000).ids()).containsExactlyElementsOf(stack);
      assertThat(order.stack(i, 1, 2).ids())
          .containsExactlyElementsOf(stack.subList(1, Math.min(3, stack.size())));
      if (all.alike() != null) {
        assertThat(all.alike()[i]).isEqualTo(stack.size() - 1);
      }
      for (int place = 0; place < stack.size(); place++) {
        assertThat(order.positionOf(stack.get(place))).hasValue(i);
        assertThat(order.placeInStack(i, stack.get(place))).isEqualTo(place);
      }
      behind.addAll(stack.subList(1, stack.size()));
      starts.add(behind.size());
    }
    checkHidden(order, behind, starts);
    assertThat(order.photos()).isEqualTo(hits.size() + hidden.size());
  }

  /** All that stands behind ranges of hits is read at once. */
  private static void checkHidden(ResultOrder order, List<String> behind, List<Integer> starts) {
    int hits = order.total();
    for (int from = 0; from <= hits; from += Math.max(1, hits / 4)) {
      for (int to = from; to <= hits; to += Math.max(1, hits / 3)) {
        List<String> expected = behind.subList(starts.get(from), starts.get(to));
        assertThat(order.hiddenCount(from, to)).isEqualTo(expected.size());
        assertThat(order.hidden(from, to, 0, 1_000).ids()).containsExactlyElementsOf(expected);
        assertThat(order.hidden(from, to, 1, 2).ids())
            .containsExactlyElementsOf(
                expected.subList(Math.min(1, expected.size()), Math.min(3, expected.size())));
      }
    }
  }

  private static void check(ResultRows rows, int i, Hit hit, boolean isStacked) {
    Photo photo = hit.photo();
    assertThat(rows.ids()[i]).isEqualTo(photo.id());
    assertThat(rows.hashes()[i]).isEqualTo(photo.file().contentHash().substring(0, 12));
    assertThat(rows.ratios()[i]).isEqualTo(1000 * 40 / 30);
    assertThat(rows.colors()[i]).isEqualTo(-1);
    assertThat(rows.taken()[i])
        .isEqualTo(
            photo.taken() == null
                ? ResultRows.UNDATED
                : LocalTimes.toMillis(photo.taken().local()));
    boolean guessed = photo.taken() != null && photo.taken().isGuessed();
    assertThat(rows.flags()[i])
        .isEqualTo(
            (guessed ? ResultRows.GUESSED : 0)
                + (photo.traits().burst() == null ? 0 : ResultRows.BURST)
                + (hit.belowCut() ? ResultRows.BELOW_CUT : 0));
    if (rows.scores() == null) {
      assertThat(hit.score()).isEqualTo(1);
    } else {
      assertThat(rows.scores()[i]).isCloseTo(hit.score(), within(1e-6f));
    }
    if (isStacked) {
      assertThat(rows.alike()).isNotNull();
    }
    if (rows.alike() == null) {
      assertThat(hit.alike()).isEmpty();
    }
  }

  @Test
  void theOrderIsThatOfAllPages() {
    List<Supplier<SearchRequestBuilder>> requests = requests();
    for (int i = 0; i < requests.size(); i++) {
      try {
        check(requests.get(i), false);
      } catch (AssertionError e) {
        throw new AssertionError("request " + i + ", seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  @Test
  void nearDuplicatesAreStackedAsOnPages() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      check(() -> request.get().collapse(ALIKE), true);
    }
  }

  @Test
  void sectionsAreRunsOfHits() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      List<Hit> hits = paged(request);
      try (ResultOrder order = search.order(request.get().build())) {
        for (SectionBy by : EnumSet.complementOf(EnumSet.of(SectionBy.EVENT))) {
          List<String> keys = new ArrayList<>();
          int next = 0;
          for (Section section : order.sections(by)) {
            assertThat(section.start()).isEqualTo(next);
            assertThat(keys.isEmpty() ? "" : keys.getLast()).isNotEqualTo(section.key());
            keys.addAll(Collections.nCopies(section.count(), section.key()));
            next += section.count();
          }
          assertThat(keys)
              .as(by + ", seed " + seed)
              .isEqualTo(hits.stream().map(hit -> key(hit.photo(), by)).toList());
        }
      }
    }
  }

  private static String key(Photo photo, SectionBy by) {
    return switch (by) {
      case DAY -> day(photo, 10);
      case MONTH -> day(photo, 7);
      case YEAR -> day(photo, 4);
      case PLACE -> ArrangedPhotos.key(photo, GroupBy.PLACE);
      case BURST -> photo.traits().burst() == null ? Group.NONE : photo.traits().burst();
      case EVENT -> throw new AssertionError("EventsTest looks at events");
    };
  }

  private static String day(Photo photo, int letters) {
    return photo.taken() == null
        ? Group.NONE
        : photo.taken().local().toString().substring(0, letters);
  }

  @Test
  void anOrderKeepsTheStateThatItWasMadeFrom() throws IOException {
    ResultOrder order = search.order(SearchRequest.builder().build());
    String[] before = order.rows(0, order.total()).ids();
    for (String id : Arrays.copyOf(before, before.length / 2)) {
      archive.delete("a/" + id.substring(2) + ".jpg");
    }
    archive.merge();
    assertThat(search.refresh()).isTrue();
    assertThat(search.generation()).isGreaterThan(order.generation());
    assertThat(order.rows(0, order.total()).ids()).isEqualTo(before);
    try (ResultOrder now = search.order(SearchRequest.builder().build())) {
      assertThat(now.total()).isEqualTo(before.length - before.length / 2);
      assertThat(now.generation()).isEqualTo(search.generation());
    }
    order.close();
    order.close();
    assertThatThrownBy(() -> order.rows(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void groupsAreRefused() {
    SearchRequest grouped = SearchRequest.builder().group(GroupBy.DAY, 1).build();
    assertThatThrownBy(() -> search.order(grouped))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sections");
  }
}
