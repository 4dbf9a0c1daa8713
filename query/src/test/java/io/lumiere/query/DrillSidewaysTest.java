package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.schema.Photo;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values of one facet are alternatives, facets narrow together, and what is chosen of a facet does
 * not narrow its own counts: as one counts by looking at each photo.
 */
class DrillSidewaysTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final List<Facet> FACETS =
      List.of(
          Facet.YEAR,
          Facet.CAMERA,
          Facet.COUNTRY,
          Facet.KEYWORD,
          Facet.SHAPE,
          Facet.RATING,
          Facet.FLASH);

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private final List<Photo> photos = new ArrayList<>();

  DrillSidewaysTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 250; i++) {
        Photo photo = FacetPhotos.random(random, i);
        photos.add(photo);
        archive.add(photo, 1, random.nextFloat(), 0, 0);
        if (random.nextInt(60) == 0) {
          archive.commit();
        }
      }
      archive.commit();
    }
  }

  /** A random choice of values that the language can say. */
  private Map<Facet, List<FacetValue>> choices(PhotoSearch search) {
    Map<Facet, List<FacetValue>> choices = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    SearchRequestBuilder all =
        SearchRequest.builder().facets(FACETS.toArray(Facet[]::new)).counted(c -> c.limit(1000));
    for (FacetCounts counts : search.search(all.build()).facets()) {
      List<FacetValue> values =
          new ArrayList<>(counts.values().stream().filter(value -> value.text() != null).toList());
      Collections.shuffle(values, random);
      if (random.nextInt(3) == 0 && !values.isEmpty()) {
        choices.put(
            counts.facet(), values.subList(0, 1 + random.nextInt(Math.min(3, values.size()))));
      }
    }
    return choices;
  }

  private static SearchRequestBuilder choose(
      SearchRequestBuilder request, Map<Facet, List<FacetValue>> choices) {
    choices.forEach((facet, values) ->
        request.choose(
            facet.name(), values.stream().map(value -> PARSER.parse(value.text())).toList()));
    return request;
  }

  private static boolean hasAny(Photo photo, Facet facet, List<FacetValue> values) {
    return values.stream()
        .anyMatch(
            value -> FacetPhotos.values(photo, facet, false).contains(List.of(value.label())));
  }

  /** The photos that all choices keep but that of one facet. */
  private List<Photo> kept(Map<Facet, List<FacetValue>> choices, Facet except) {
    return photos.stream()
        .filter(photo ->
            choices.entrySet().stream()
                .allMatch(choice ->
                    choice.getKey().equals(except)
                        || hasAny(photo, choice.getKey(), choice.getValue())))
        .toList();
  }

  @Test
  void countsAreThoseOfALookAtEachPhoto() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (int trial = 0; trial < 25; trial++) {
        Map<Facet, List<FacetValue>> choices = choices(search);
        SearchResult result =
            search.search(
                choose(SearchRequest.builder(), choices)
                    .facets(FACETS.toArray(Facet[]::new))
                    .counted(counted -> counted.limit(1000))
                    .build());
        assertThat(result.total()).as("seed " + seed).isEqualTo(kept(choices, null).size());
        for (FacetCounts counts : result.facets()) {
          Map<String, Integer> expected = new TreeMap<>();
          for (Photo photo : kept(choices, counts.facet())) {
            FacetPhotos.values(photo, counts.facet(), false)
                .forEach(path -> expected.merge(path.getFirst(), 1, Integer::sum));
          }
          Map<String, Integer> found = new TreeMap<>();
          counts.values().forEach(value -> found.put(value.label(), value.count()));
          assertThat(found)
              .as(counts.facet() + " " + choices + " seed " + seed)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void whatIsSoughtIsRankedWithoutTheChoice() {
    try (PhotoSearch search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode)) {
      Map<Facet, List<FacetValue>> choices = choices(search);
      SearchRequestBuilder sought = SearchRequest.builder().text("sunset").cutoff(Cutoff.none());
      SearchResult result =
          search.search(choose(sought, choices).facets(FACETS.toArray(Facet[]::new)).build());
      assertThat(result.total()).as("seed " + seed).isEqualTo(kept(choices, null).size());
      for (FacetCounts counts : result.facets()) {
        assertThat(counts.missing())
            .isEqualTo(
                (int)
                    kept(choices, counts.facet()).stream()
                        .filter(photo -> FacetPhotos.values(photo, counts.facet(), false).isEmpty())
                        .count());
      }
    }
  }

  @Test
  void whatIsChosenIsReturnedBeyondTheLimit() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchRequestBuilder all =
          SearchRequest.builder().facets(Facet.CAMERA).counted(counted -> counted.limit(1000));
      List<FacetValue> values = search.search(all.build()).facets().getFirst().values();
      FacetValue rarest = values.getLast();
      FacetCounts counts =
          search
              .search(
                  choose(SearchRequest.builder(), Map.of(Facet.CAMERA, List.of(rarest)))
                      .facets(Facet.CAMERA)
                      .counted(counted -> counted.limit(1))
                      .build())
              .facets()
              .getFirst();
      assertThat(counts.values().stream().map(FacetValue::label))
          .containsExactly(values.getFirst().label(), rarest.label());
      assertThat(counts.values().getLast().count()).isEqualTo(rarest.count());
    }
  }

  @Test
  void valuesCanBeLookedForByAPartOfTheirLabel() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      SearchRequestBuilder some =
          SearchRequest.builder()
              .facets(Facet.KEYWORD)
              .counted(counted -> counted.limit(1000).containing("BEACH"));
      assertThat(search.search(some.build()).facets().getFirst().values())
          .isNotEmpty()
          .allSatisfy(value ->
              assertThat(value.label().toLowerCase(Locale.ROOT).replace('ē', 'e'))
                  .contains("beach"))
          .anySatisfy(value -> assertThat(value.label()).isEqualTo("bēach"));
    }
  }

  private static List<FacetValue> within(FacetValue value) {
    return value.within() == null ? List.of() : value.within().values();
  }

  private static List<FacetValue> places(PhotoSearch search, SearchRequestBuilder request) {
    return search.search(request.facets(Facet.PLACE).build()).facets().getFirst().values();
  }

  /** The rarest country, its rarest region, and so on. */
  private static List<FacetValue> rarest(PhotoSearch search) {
    List<FacetValue> path = new ArrayList<>();
    SearchRequestBuilder all = SearchRequest.builder().counted(counted -> counted.limit(1000));
    List<FacetValue> level = places(search, all);
    assertThat(level).hasSizeGreaterThan(1);
    while (!level.isEmpty()) {
      path.add(level.getLast());
      level = within(level.getLast());
    }
    assertThat(path).hasSizeGreaterThan(1);
    return path;
  }

  private static List<String> labels(List<FacetValue> values) {
    return values.stream().map(FacetValue::label).toList();
  }

  @Test
  void aTownIsFoundWithItsCountryAndACountryWithItsTowns() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      List<FacetValue> path = rarest(search);
      for (FacetValue sought : path) {
        List<FacetValue> level =
            places(
                search,
                SearchRequest.builder()
                    .counted(counted -> counted.limit(1000).containing(sought.label())));
        for (FacetValue expected : path) {
          assertThat(labels(level)).as(sought.label()).contains(expected.label());
          level =
              within(
                  level.stream()
                      .filter(value -> value.label().equals(expected.label()))
                      .findFirst()
                      .orElseThrow());
        }
      }
      assertThat(
              places(search, SearchRequest.builder().counted(counted -> counted.containing("∅"))))
          .isEmpty();
    }
  }

  @Test
  void aChosenTownIsReturnedThoughItsCountryIsRare() {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      List<FacetValue> path = rarest(search);
      SearchRequestBuilder chosen =
          choose(SearchRequest.builder(), Map.of(Facet.PLACE, List.of(path.getLast())))
              .counted(counted -> counted.limit(1));
      List<FacetValue> level = places(search, chosen);
      for (FacetValue expected : path) {
        assertThat(labels(level)).contains(expected.label());
        assertThat(level.getLast().label()).isEqualTo(expected.label());
        level = within(level.getLast());
      }
    }
  }

  @Test
  void aValueThatIsNoFilterIsRefused() {
    assertThatThrownBy(
            () -> SearchRequest.builder().choose("camera", List.of(PARSER.parse("sunset"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'sunset' is not a value of facet camera");
    assertThat(QueryFields.facets()).containsAll(FACETS);
  }
}
