package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushProgress;
import io.lumiere.cluster.search.CollectionShards;
import io.lumiere.query.Calibration;
import io.lumiere.query.Hit;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.testing.Seeds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.params.CursorMarkParams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same photos in a directory and in collections of 1, 2 and 4 shards of a real SolrCloud: the
 * same requests give the same results, scores bit for bit. {@code -Dlumiere.cluster.requests=N}
 * tries N random requests.
 */
class SearchTest {
  private static final int PHOTOS = 600;
  private static final int REQUESTS = Integer.getInteger("lumiere.cluster.requests", 20);
  private static final QueryParser PARSER =
      new QueryParser(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @TempDir static Path folder;
  private static PhotoSearch directory;
  private static final Map<Integer, PhotoCollection> COLLECTIONS = new ConcurrentSkipListMap<>();
  private static final Map<Integer, SharedSearch> SEARCHES = new ConcurrentSkipListMap<>();

  @BeforeAll
  static void push() throws Exception {
    Path index = folder.resolve("index");
    new RandomPhotos(Seeds.random("SearchTest")).writeOnlyPhotos(index, PHOTOS);
    directory = PhotoSearch.open(index, RandomPhotos.METADATA.model(), SearchTest::encode);
    List.of(1, 2, 4).parallelStream().forEach(shards -> push(index, shards));
  }

  private static void push(Path index, int shards) {
    PhotoCollection collection =
        PhotoCollection.connect(
            CollectionAddress.parse(TestCluster.address() + "/searched" + shards));
    COLLECTIONS.put(shards, collection);
    new Push(
            index,
            collection,
            new PushOptions(100, 4, shards, 1),
            PushProgress.Listener.NONE,
            () -> false)
        .run();
    IndexedModel model = RandomPhotos.METADATA.models().defaultModel();
    SEARCHES.put(
        shards,
        new SharedSearch(
            new CollectionShards(collection, model),
            collection.metadata(),
            model,
            SearchTest::encode,
            Calibration.DEFAULT));
  }

  @AfterAll
  static void close() {
    if (directory != null) {
      directory.close();
    }
    COLLECTIONS.values().forEach(PhotoCollection::close);
  }

  /** A vector of a text: any, but the same for the same. */
  private static float[] encode(String text) {
    return RandomPhotos.vector(new Random(text.hashCode()), 16);
  }

  /** A result, as far as it does not depend on where photos lie. */
  private static List<Object> comparable(SearchResult result) {
    List<Object> all = new ArrayList<>();
    for (Hit hit : result.hits()) {
      all.add(
          hit.rank()
              + " "
              + hit.photo().id()
              + " "
              + hit.photo().toString().hashCode()
              + " "
              + hit.score()
              + " "
              + hit.similarity()
              + " "
              + hit.legs()
              + " "
              + hit.highlights()
              + " "
              + hit.belowCut()
              + " "
              + hit.group()
              + " "
              + hit.alike());
    }
    all.add(result.total());
    all.add(result.groups());
    all.add(result.facets().toString());
    all.add(String.valueOf(result.histogram()));
    all.add(String.valueOf(result.cutoff()));
    all.add(String.valueOf(result.likely()));
    all.add(String.valueOf(result.next()));
    all.add(String.valueOf(result.coverage()));
    all.add(result.notes());
    return all;
  }

  /** Up to three pages, or the message of a refusal. */
  private static List<Object> pages(PhotoFinder search, Supplier<SearchRequestBuilder> request) {
    List<Object> pages = new ArrayList<>();
    PageToken next = null;
    try {
      for (int page = 0; page < 3 && (page == 0 || next != null); page++) {
        SearchRequestBuilder asked = request.get().suggest(false);
        SearchResult result =
            search.search(next == null ? asked.build() : asked.after(next).build());
        pages.addAll(comparable(result));
        SearchRequest first = request.get().build();
        pages.add(search.explain(first, result.hits()).toString());
        pages.add(search.luceneQuery(first));
        next = result.next();
      }
    } catch (LumiereException | IllegalArgumentException e) {
      pages.add(e.getMessage());
    }
    return pages;
  }

  @Test
  void randomRequestsGiveTheSameResults() {
    for (int number = 0; number < REQUESTS; number++) {
      long seed = Seeds.ofRun() + number;
      Supplier<SearchRequestBuilder> request = () -> new RandomRequests(new Random(seed)).next();
      List<Object> expected = pages(directory, request);
      SEARCHES.entrySet().parallelStream()
          .forEach(
              search -> same(pages(search.getValue(), request), expected, search.getKey(), seed));
    }
  }

  private static void same(List<Object> found, List<Object> expected, int shards, long seed) {
    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      assertThat(found.get(i))
          .as("part %s of request %s in %s shards", i, seed, shards)
          .isEqualTo(expected.get(i));
    }
    assertThat(found).hasSameSizeAs(expected);
  }

  @Test
  void solrsOwnSearchHasTheScores() throws Exception {
    SearchRequest request = SearchRequest.builder().text("bridge sea").limit(50).build();
    SearchResult expected = directory.search(request);
    for (PhotoCollection collection : COLLECTIONS.values()) {
      SolrQuery query = solrQuery(request);
      query.setFacet(true).addFacetField(Fields.FORMAT);
      QueryResponse response = ask(collection, query);
      assertThat(hits(response)).isEqualTo(hits(expected));
      assertThat(response.getResults().getNumFound()).isEqualTo(expected.total());
      FacetField formats = response.getFacetField(Fields.FORMAT);
      assertThat(formats.getValues().getFirst().getCount()).isEqualTo(expected.total());
    }
  }

  /** Each ranking finds few here, so filters that come after them would leave next to nothing. */
  @Test
  void solrsFiltersAreWithinTheRankings() throws Exception {
    Supplier<SearchRequestBuilder> ranked =
        () ->
            SearchRequest.builder()
                .text("bridge sea")
                .limit(20)
                .ranking(ranking -> ranking.window(20));
    Query sensitive = PARSER.parse("iso:>=50000").interpretation().filter();
    SearchResult expected =
        directory.search(
            ranked
                .get()
                .filter(PhotoFilter.exactly(Fields.COUNTRY_CODE, "PT"))
                .filter(Objects.requireNonNull(sensitive))
                .build());
    assertThat(expected.hits()).hasSize(20);
    for (PhotoCollection collection : COLLECTIONS.values()) {
      SolrQuery query = solrQuery(ranked.get().build());
      query.addFilterQuery(
          "{!term f=" + Fields.COUNTRY_CODE + " v=$land}", Fields.ISO + ":[50000 TO *]");
      query.set("land", "PT");
      query.setRows(20);
      query.setFacet(true).addFacetField(Fields.COUNTRY_CODE);
      QueryResponse response = ask(collection, query);
      assertThat(hits(response)).isEqualTo(hits(expected));
      assertThat(response.getResults().getNumFound()).isEqualTo(expected.total());
      FacetField countries = response.getFacetField(Fields.COUNTRY_CODE);
      assertThat(countries.getValues()).hasSize(1);
      assertThat(countries.getValues().getFirst().getCount()).isEqualTo(expected.total());
      // The same search with other filters, and with none, is another one.
      query.setFilterQueries(Fields.ISO + ":[50000 TO *]");
      assertThat(hits(ask(collection, query))).isNotEqualTo(hits(expected));
      query.setFilterQueries("{!lumiere}");
      assertThatThrownBy(() -> ask(collection, query)).hasMessageContaining("it is a request's q");
    }
  }

  @Test
  void solrsCursorGoesThroughAllHits() throws Exception {
    SearchRequest request = SearchRequest.builder().text("bridge sea").limit(50).build();
    String all = hits(directory.search(request));
    for (PhotoCollection collection : COLLECTIONS.values()) {
      SolrQuery query = solrQuery(request).setRows(7);
      query.set("sort", "score desc," + Fields.ID_HASH + " asc," + Fields.ID + " asc");
      List<String> found = new ArrayList<>();
      String mark = CursorMarkParams.CURSOR_MARK_START;
      while (found.size() < 50) {
        query.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
        QueryResponse page = ask(collection, query);
        hits(page).lines().forEach(found::add);
        mark = page.getNextCursorMark();
      }
      assertThat(String.join("\n", found.subList(0, 50))).isEqualTo(all);
    }
  }

  private static QueryResponse ask(PhotoCollection collection, SolrQuery query) throws Exception {
    return collection.client().query(collection.name(), query, SolrRequest.METHOD.POST);
  }

  private static String hits(QueryResponse response) {
    return response.getResults().stream()
        .map(hit -> hit.getFieldValue(Fields.ID) + " " + hit.getFieldValue("score"))
        .collect(Collectors.joining("\n"));
  }

  private static String hits(SearchResult result) {
    return result.hits().stream()
        .map(hit -> hit.photo().id() + " " + hit.score())
        .collect(Collectors.joining("\n"));
  }

  /** A request in the order of the program, as a request to Solr. */
  private static SolrQuery solrQuery(SearchRequest request) {
    SolrQuery query = new SolrQuery("{!lumiere}").setRows(50).setFields(Fields.ID, "score");
    query.set("sort", "score desc," + Fields.ID_HASH + " asc");
    SharedSearch.Directories asked =
        new SharedSearch.Directories() {
          @Override
          public SharedSearch.Answers ask(SharedRequest shared) {
            shared
                .parameters()
                .forEach(
                    (name, values) -> query.set("lumiere." + name, values.toArray(String[]::new)));
            return new SharedSearch.Answers(List.of(), null);
          }

          @Override
          public SharedSearch.Said ask(SharedRequest shared, ShardQuestion question) {
            return new SharedSearch.Said(List.of(), null, Set.of()); // Which words are known.
          }
        };
    new SharedSearch(
            asked,
            RandomPhotos.METADATA,
            RandomPhotos.METADATA.models().defaultModel(),
            SearchTest::encode,
            Calibration.DEFAULT)
        .search(request);
    return query;
  }

  @Test
  void whatCannotBeTheSameIsRefused() {
    SharedSearch search = SEARCHES.get(2);
    assertThatThrownBy(
            () -> search.search(SearchRequest.builder().filter(MatchAllDocsQuery.INSTANCE).build()))
        .hasMessageContaining("a filter of the caller");
  }

  /** Searches as people and programs make them. */
  private static final class RandomRequests {
    private static final List<String> WORDS =
        List.of("bridge", "sea", "mountains", "strand", "海边", "IMG_2043", "do*", "ciudad~", "old");
    private static final List<String> FILTERS =
        List.of(
            "year:1990..2020",
            "date:>1980",
            "iso:>5000",
            "has:gps",
            "-people",
            "rating:>=3",
            "is:panorama",
            "keyword:sea",
            "path:**/*7.jpg",
            "path:*7.JPG",
            "country:PT",
            "flash:fired",
            "aperture:<0.5",
            "altitude:>100",
            "near:37,-8,4000km",
            "size:>100mb");

    private final Random random;

    RandomRequests(Random random) {
      this.random = random;
    }

    SearchRequestBuilder next() {
      SearchRequestBuilder request = SearchRequest.builder();
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(3); words > 0; words--) {
        text.append(one(WORDS)).append(' ');
      }
      for (int filters = random.nextInt(3); filters > 0; filters--) {
        text.append(one(FILTERS)).append(' ');
      }
      String written = text.toString().strip();
      if (random.nextInt(4) == 0) {
        request.text(written);
      } else {
        request.query(PARSER.parse(written));
      }
      if (random.nextInt(4) == 0) {
        request.vector(RandomPhotos.vector(random, 16));
      }
      if (random.nextInt(5) == 0) {
        request.like(RandomPhotos.id(2 + random.nextInt(PHOTOS - 2)));
      }
      if (random.nextInt(4) == 0) {
        request.year(1970 + random.nextInt(60));
      }
      if (random.nextInt(4) == 0) {
        request.path("*" + random.nextInt(10) + ".jpg");
      }
      if (random.nextInt(5) == 0) {
        request.minScore(random.nextFloat() / 2);
      }
      request.sort(one(List.of(SearchRequest.Sort.values()))).seed(random.nextInt(5));
      request
          .limit(random.nextInt(6) == 0 ? 0 : random.nextInt(30))
          .highlight(random.nextBoolean());
      if (random.nextInt(3) == 0) {
        request.facets(
            Facet.YEAR, Facet.CAMERA, Facet.PLACE, Facet.KEYWORD, Facet.RATING, Facet.MODEL);
        request.histogram(one(List.of(HistogramUnit.values())));
      }
      arrange(request);
      int window = one(List.of(5, 50, 2_000));
      request.ranking(ranking ->
          ranking
              .window(window)
              .fusion(
                  one(
                      List.of(
                          Fusion.reciprocalRank(),
                          Fusion.weightedSum(),
                          Fusion.probabilisticSum()))));
      return request;
    }

    private void arrange(SearchRequestBuilder request) {
      if (random.nextInt(4) == 0) {
        request.group(one(List.of(GroupBy.values())), 1 + random.nextInt(4));
      } else if (random.nextInt(4) == 0) {
        request.text("bridge").sort(SearchRequest.Sort.RELEVANCE).diversify(random.nextFloat());
      }
      if (random.nextInt(4) == 0) {
        request.collapse(one(List.of(0.2f, 0.6f, 0.95f)));
      }
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
