package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.facet.Histogram;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.Precision;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts are those of a look at each hit, and what narrows to a value keeps just its photos. */
class FacetOracleTest {
  private static final QueryParser PARSER =
      new QueryParser(Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC));
  private static final Set<Facet> MANY_VALUED =
      Set.of(Facet.KEYWORD, Facet.PEOPLE, Facet.KIND, Facet.MODEL);

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;

  FacetOracleTest(@Seeded Random random) {
    this.random = random;
  }

  /** Whether dates that are guesses are counted. */
  private boolean guesses;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsAreThoseOfALookAtEachHit(boolean withGuesses) throws IOException {
    guesses = withGuesses;
    makeArchive(300);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (Supplier<SearchRequestBuilder> request : requests()) {
        List<Photo> hits = hits(search, request.get());
        SearchResult result =
            search.search(
                request
                    .get()
                    .facets(QueryFields.facets().toArray(Facet[]::new))
                    .counted(counted -> counted.limit(1000))
                    .counted(counted -> counted.guesses(guesses))
                    .limit(3)
                    .build());
        assertThat(result.facets()).hasSize(QueryFields.facets().size());
        for (FacetCounts counts : result.facets()) {
          String about = counts.facet() + ", seed " + seed;
          check(counts, List.of(), hits, about);
          if (!MANY_VALUED.contains(counts.facet())) {
            assertThat(sum(counts) + counts.missing()).as(about).isEqualTo(result.total());
          }
        }
      }
    }
  }

  @Test
  void countsFollowWhatIsAddedAndDeleted() throws IOException {
    makeArchive(100);
    try (PhotoSearch search = PhotoSearch.open(folder);
        TestArchive archive = new TestArchive(folder)) {
      for (int round = 0; round < 6; round++) {
        search.refresh();
        for (Supplier<SearchRequestBuilder> request : requests()) {
          List<Photo> hits = hits(search, request.get());
          SearchRequestBuilder counted =
              request
                  .get()
                  .facets(QueryFields.facets().toArray(Facet[]::new))
                  .counted(facets -> facets.limit(1000));
          for (FacetCounts counts : search.search(counted.build()).facets()) {
            check(counts, List.of(), hits, counts.facet() + ", seed " + seed);
          }
        }
        for (int i = 0; i < 10; i++) {
          archive.delete("a/" + random.nextInt(100) + ".jpg");
          Photo added = FacetPhotos.random(random, 1000 + 10 * round + i);
          archive.add(added, 1, random.nextFloat(), random.nextFloat(), 0);
        }
        archive.commit();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatNarrowsToAValueKeepsJustItsPhotos(boolean withGuesses) throws IOException {
    guesses = withGuesses;
    makeArchive(200);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      List<Photo> photos = hits(search, SearchRequest.builder());
      SearchRequestBuilder all =
          SearchRequest.builder()
              .facets(QueryFields.facets().toArray(Facet[]::new))
              .counted(counted -> counted.limit(1000))
              .counted(counted -> counted.guesses(guesses));
      for (FacetCounts counts : search.search(all.build()).facets()) {
        checkNarrowing(search, counts, List.of(), photos);
      }
    }
  }

  @Test
  void theFewCommonestAreGivenAndTheRestAddedUp() throws IOException {
    makeArchive(200);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchRequestBuilder all =
          SearchRequest.builder().facets(QueryFields.facets().toArray(Facet[]::new));
      List<FacetCounts> whole =
          search.search(all.counted(counted -> counted.limit(1000)).build()).facets();
      List<FacetCounts> few =
          search.search(all.counted(counted -> counted.limit(2)).build()).facets();
      for (int i = 0; i < whole.size(); i++) {
        List<Integer> counts =
            new ArrayList<>(whole.get(i).values().stream().map(FacetValue::count).toList());
        counts.sort((a, b) -> b - a);
        List<Integer> shown =
            new ArrayList<>(few.get(i).values().stream().map(FacetValue::count).toList());
        shown.sort((a, b) -> b - a);
        assertThat(shown).isEqualTo(counts.subList(0, Math.min(2, counts.size())));
        assertThat(few.get(i).other()).isEqualTo(sum(whole.get(i)) - sumOfValues(few.get(i)));
        assertThat(few.get(i).distinct()).isEqualTo(whole.get(i).values().size());
        assertThat(few.get(i).missing()).isEqualTo(whole.get(i).missing());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void histogramsHoldEachHitOnce(boolean withGuesses) throws IOException {
    guesses = withGuesses;
    makeArchive(300);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (Supplier<SearchRequestBuilder> request : requests()) {
        List<Photo> hits = hits(search, request.get());
        for (HistogramUnit unit : HistogramUnit.values()) {
          SearchResult result =
              search.search(
                  request
                      .get()
                      .histogram(unit)
                      .counted(counted -> counted.guesses(guesses))
                      .limit(2)
                      .build());
          check(result.histogram(), hits, unit);
        }
      }
    }
  }

  @Test
  void everyPageHasTheSameCounts() throws IOException {
    makeArchive(60);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (Supplier<SearchRequestBuilder> request : requests()) {
        SearchRequestBuilder counted =
            request
                .get()
                .facets(QueryFields.facets().toArray(Facet[]::new))
                .histogram(HistogramUnit.MONTH)
                .limit(7);
        SearchResult first = search.search(counted.build());
        for (SearchResult page = first; page.next() != null; ) {
          page = search.search(counted.after(page.next()).build());
          assertThat(page.facets()).as("seed %d", seed).isEqualTo(first.facets());
          assertThat(page.histogram()).isEqualTo(first.histogram());
        }
      }
    }
  }

  @Test
  void countsAreTheSameHoweverHitsAreArrangedAndHoweverFewAreShown() throws IOException {
    makeArchive(100);
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (Supplier<SearchRequestBuilder> request : requests()) {
        Supplier<SearchRequestBuilder> counted =
            () ->
                request
                    .get()
                    .facets(QueryFields.facets().toArray(Facet[]::new))
                    .histogram(HistogramUnit.AUTO);
        SearchResult plain = search.search(counted.get().limit(5).build());
        for (SearchRequestBuilder other :
            List.of(
                counted.get(),
                counted.get().collapse(0.99f),
                counted.get().group(GroupBy.DAY, 2),
                counted.get().sort(SearchRequest.Sort.SMALLEST))) {
          SearchResult none = search.search(other.limit(0).build());
          assertThat(none.hits()).isEmpty();
          assertThat(none.next()).isNull();
          assertThat(none.facets()).as("seed %d", seed).isEqualTo(plain.facets());
          assertThat(search.search(other.limit(5).build()).facets()).isEqualTo(plain.facets());
          assertThat(none.histogram()).isEqualTo(plain.histogram());
          assertThat(none.total()).isEqualTo(plain.total());
        }
      }
    }
  }

  @Test
  void whatIsCountedIsCutOffUnlessARequestSaysOtherwise() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 20; i++) {
        archive.add(i + ".jpg", i < 6 ? 1 : 0, 0, i < 6 ? 0 : 1, 0);
      }
      archive.commit();
    }
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchRequestBuilder request =
          SearchRequest.builder().vector(TestArchive.unit(1, 0, 0.2f, 0)).facets(Facet.SHAPE);
      SearchResult cut = search.search(request.build());
      assertThat(cut.total()).isEqualTo(6);
      assertThat(cut.facets().getFirst().values().getFirst().count()).isEqualTo(6);
      assertThat(cut.cutoff().dropped()).isEqualTo(14);
      SearchResult all = search.search(request.cutoff(Cutoff.none()).build());
      assertThat(all.facets().getFirst().values().getFirst().count()).isEqualTo(20);
    }
  }

  private void makeArchive(int photos) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < photos; i++) {
        archive.add(FacetPhotos.random(random, i), 1, random.nextFloat(), random.nextFloat(), 0);
        if (random.nextInt(30) == 0) {
          archive.commit();
        }
      }
      archive.addFailure("broken.jpg", "broken");
      for (int i = 0; i < photos; i++) {
        if (random.nextInt(5) == 0) {
          archive.delete("a/" + i + ".jpg");
        }
      }
      archive.commit();
    }
  }

  private List<Supplier<SearchRequestBuilder>> requests() {
    return List.of(
        SearchRequest::builder,
        () -> SearchRequest.builder().year(2020).sort(SearchRequest.Sort.OLDEST),
        () -> SearchRequest.builder().query(PARSER.parse("year:1999")),
        () -> SearchRequest.builder().text("beach").cutoff(Cutoff.automatic()),
        () ->
            SearchRequest.builder()
                .text("beach")
                .ranking(ranking -> ranking.fusion(Fusion.reciprocalRank())),
        () -> vector().ranking(ranking -> ranking.window(50)).cutoff(Cutoff.none()),
        () -> vector().cutoff(Cutoff.automatic()),
        () ->
            vector().text("beach").camera("canon").sort(SearchRequest.Sort.NEWEST).minScore(0.3f));
  }

  private static SearchRequestBuilder vector() {
    return SearchRequest.builder().vector(TestArchive.unit(1, 1, 0, 0));
  }

  private static List<Photo> hits(PhotoSearch search, SearchRequestBuilder request) {
    int window = request.build().ranking().window();
    SearchRequest all = request.limit(Math.min(1000, window)).build();
    return search.search(all).hits().stream().map(Hit::photo).toList();
  }

  private void check(
      FacetCounts counts, List<String> prefix, Collection<Photo> hits, String about) {
    Map<String, Integer> expected = new TreeMap<>();
    int missing = 0;
    for (Photo hit : hits) {
      Set<String> labels = new TreeSet<>();
      for (List<String> path : FacetPhotos.values(hit, counts.facet(), guesses)) {
        if (path.size() > prefix.size() && path.subList(0, prefix.size()).equals(prefix)) {
          labels.add(path.get(prefix.size()));
        }
      }
      labels.forEach(label -> expected.merge(label, 1, Integer::sum));
      missing += labels.isEmpty() ? 1 : 0;
    }
    Map<String, Integer> found = new TreeMap<>();
    counts.values().forEach(value -> found.put(value.label(), value.count()));
    assertThat(found).as(about).isEqualTo(expected);
    assertThat(counts.missing()).as(about).isEqualTo(missing);
    assertThat(counts.other()).isZero();
    assertThat(counts.distinct()).isEqualTo(expected.size());
    for (FacetValue value : counts.values()) {
      if (value.within() != null) {
        List<String> path = append(prefix, value.label());
        List<Photo> within = hits.stream().filter(hit -> has(hit, counts.facet(), path)).toList();
        check(value.within(), path, within, about + ", within " + path);
      }
    }
  }

  private void checkNarrowing(
      PhotoSearch search, FacetCounts counts, List<String> prefix, List<Photo> photos) {
    for (FacetValue value : counts.values()) {
      List<String> path = append(prefix, value.label());
      String about = counts.facet() + " " + path + " as " + value.text() + ", seed " + seed;
      Set<String> expected =
          photos.stream()
              .filter(photo -> has(photo, counts.facet(), path))
              .map(Photo::id)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(value.count()).as(about).isEqualTo(expected.size());
      assertThat(ids(search, SearchRequest.builder().filter(value.query())))
          .as(about)
          .isEqualTo(expected);
      if (value.text() != null) {
        SearchRequestBuilder said =
            SearchRequest.builder().query(PARSER.parse(value.text()).orThrow());
        assertThat(ids(search, said)).as(about).isEqualTo(expected);
        SearchRequestBuilder among =
            SearchRequest.builder()
                .query(PARSER.parse("(" + value.text() + ") type:png").orThrow())
                .facets(counts.facet());
        assertThat(search.search(among.build()).total())
            .as(about)
            .isEqualTo(
                (int)
                    photos.stream()
                        .filter(photo -> expected.contains(photo.id()))
                        .filter(photo -> photo.image().format().equals("png"))
                        .count());
      } else {
        assertThat(
                value.label().isEmpty()
                    || value.label().length() > 600
                    || value.label().matches(".*[\"“”].*")
                    || counts.facet().equals(Facet.MODEL))
            .as(about)
            .isTrue();
      }
      if (value.within() != null) {
        checkNarrowing(search, value.within(), path, photos);
      }
    }
  }

  private void check(Histogram histogram, List<Photo> hits, HistogramUnit asked) {
    HistogramUnit unit = histogram.unit();
    String about = asked + " as " + unit + ", seed " + seed;
    assertThat(unit)
        .isIn(asked == HistogramUnit.AUTO ? List.of(HistogramUnit.values()) : List.of(asked));
    Precision needed = Precision.valueOf(unit.name());
    int imprecise = 0;
    int guessed = 0;
    int undated = 0;
    Map<String, Integer> expected = new TreeMap<>();
    for (Photo hit : hits) {
      if (hit.taken() == null) {
        undated++;
      } else if (hit.taken().isGuessed() && !guesses) {
        guessed++;
      } else if (hit.taken().precision().compareTo(needed) < 0) {
        imprecise++;
      } else {
        String day = hit.taken().local().toLocalDate().toString();
        int length = unit == HistogramUnit.DAY ? 10 : unit == HistogramUnit.MONTH ? 7 : 4;
        expected.merge(day.substring(0, length), 1, Integer::sum);
      }
    }
    Map<String, Integer> found = new TreeMap<>();
    histogram.buckets().stream()
        .filter(bucket -> bucket.count() > 0)
        .forEach(bucket -> found.put(bucket.label(), bucket.count()));
    assertThat(found).as(about).isEqualTo(expected);
    assertThat(histogram.imprecise()).as(about).isEqualTo(imprecise);
    assertThat(histogram.guessed()).as(about).isEqualTo(guessed);
    assertThat(histogram.undated()).as(about).isEqualTo(undated);
    for (int i = 1; i < histogram.buckets().size(); i++) {
      assertThat(histogram.buckets().get(i).first())
          .isEqualTo(histogram.buckets().get(i - 1).last().plusDays(1));
    }
  }

  private static Set<String> ids(PhotoSearch search, SearchRequestBuilder request) {
    return hits(search, request).stream()
        .map(Photo::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean has(Photo photo, Facet facet, List<String> prefix) {
    return FacetPhotos.values(photo, facet, guesses).stream()
        .anyMatch(
            path -> path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix));
  }

  private static List<String> append(List<String> prefix, String label) {
    List<String> path = new ArrayList<>(prefix);
    path.add(label);
    return path;
  }

  private static long sum(FacetCounts counts) {
    return sumOfValues(counts) + counts.other();
  }

  private static long sumOfValues(FacetCounts counts) {
    return counts.values().stream().mapToLong(FacetValue::count).sum();
  }
}
