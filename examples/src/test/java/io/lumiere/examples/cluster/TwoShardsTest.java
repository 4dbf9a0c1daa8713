package io.lumiere.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.exchange.CollectionExport;
import io.lumiere.cluster.push.Push;
import io.lumiere.cluster.push.PushOptions;
import io.lumiere.cluster.push.PushProgress;
import io.lumiere.cluster.search.CollectionShards;
import io.lumiere.query.Calibration;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.store.PhotoWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests to two shards of which each has something that decides for both. */
class TwoShardsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final int PHOTOS = 12;

  /** One photo has this path; the others the same in small letters. */
  private static final String EXACT = "in/IMG_0001.JPG";

  @TempDir static Path folder;
  private static PhotoSearch directory;
  private static PhotoCollection collection;
  private static SharedSearch search;

  @BeforeAll
  static void push() {
    try (PhotoWriter writer = PhotoWriter.open(folder, () -> false, "nothing is lost")) {
      writer.describe(RandomPhotos.METADATA);
      for (int number = 0; number < PHOTOS; number++) {
        writer.replace(
            List.of(new Term(Fields.ID, RandomPhotos.id(number))),
            PhotoDocuments.toDocument(
                photo(number), Map.of(Fields.VECTOR, RandomPhotos.vector(new Random(number), 16))));
      }
      writer.commit();
    }
    IndexedModel model = RandomPhotos.METADATA.models().defaultModel();
    directory = PhotoSearch.open(folder, model.model(), TwoShardsTest::encode);
    collection =
        PhotoCollection.connect(CollectionAddress.parse(TestCluster.address() + "/two_shards"));
    new Push(
            folder,
            collection,
            new PushOptions(5, 2, 2, 1),
            PushProgress.Listener.NONE,
            () -> false)
        .run();
    search =
        new SharedSearch(
            new CollectionShards(collection, model),
            collection.metadata(),
            model,
            TwoShardsTest::encode,
            Calibration.DEFAULT);
  }

  @AfterAll
  static void close() {
    directory.close();
    collection.close();
  }

  private static float[] encode(String text) {
    return RandomPhotos.vector(new Random(text.hashCode()), 16);
  }

  private static Photo photo(int number) {
    String path = number == 0 ? EXACT : "out" + number + "/img_0001.jpg";
    return Photo.builder(
            RandomPhotos.id(number),
            new PhotoFile(path, String.format("%064x", number), 1, Instant.EPOCH),
            new ImageInfo(4, 3, 1, "jpeg"))
        .caption(Caption.builder().title("boats " + number).build())
        .build();
  }

  @Test
  void bothShardsHavePhotos() {
    Set<String> shards = new TreeSet<>();
    for (int number = 1; number < PHOTOS; number++) {
      shards.add(collection.shardOf(RandomPhotos.id(number)));
    }
    assertThat(shards).hasSize(2);
  }

  @Test
  void anExportKeepsWhatASearchFinds() throws Exception {
    for (String filter : List.of("path:IMG_0001.JPG", "path:IMG_0001.jpG", "title:boats")) {
      Set<String> expected =
          directory
              .search(
                  SearchRequest.builder()
                      .query(parser().parse(filter).orThrow())
                      .limit(PHOTOS)
                      .build())
              .hits()
              .stream()
              .map(hit -> hit.photo().id())
              .collect(Collectors.toSet());
      Set<String> exported = new TreeSet<>();
      try (CollectionExport export = new CollectionExport(collection, filter, TODAY, () -> false)) {
        assertThat(export.count()).as(filter).isEqualTo(expected.size());
        export.visit(
            Set.of(Fields.ID), List.of(), (photo, vectors) -> exported.add(photo.get(Fields.ID)));
      }
      assertThat(exported).as(filter).isEqualTo(expected).isNotEmpty();
    }
  }

  private static QueryParser parser() {
    return new QueryParser(
        Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
  }

  @Test
  void tooManyWordsAreRefusedAsInADirectory() {
    String words =
        IntStream.range(0, 80).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR "));
    SearchRequest request =
        SearchRequest.builder()
            .query(parser().parse("has:title (" + words + ")").orThrow())
            .build();
    Throwable expected = catchThrowable(() -> directory.search(request));
    assertThat(expected)
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("too many words");
    assertThatThrownBy(() -> search.search(request))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(expected.getMessage());
  }

  /** Otherwise each shard would rank by what it has itself. */
  @Test
  void whatNobodyAddsUpIsRefused() throws Exception {
    SolrQuery query = new SolrQuery("{!lumiere}").setFields(Fields.ID, "score");
    query.set("lumiere.text", "boats");
    assertThat(collection.tryQuery(query).getResults().getNumFound()).isEqualTo(PHOTOS);
    for (String spelling : List.of(" {!lumiere}", "{!type=lumiere}", "{!bool must=$ranked}")) {
      query.setQuery(spelling);
      query.set("ranked", "{!lumiere}");
      assertThatThrownBy(() -> collection.tryQuery(query))
          .as(spelling)
          .hasMessageContaining("q must begin with {!lumiere");
    }
    query.setQuery("boats");
    query.set("defType", "lumiere");
    assertThatThrownBy(() -> collection.tryQuery(query))
        .hasMessageContaining("q must begin with {!lumiere");
  }

  /** Nothing is found by a model of which no photo has a vector, and each shard knows that. */
  @Test
  void aSearchWithoutRankingsIsNoMistake() throws Exception {
    SolrQuery query = new SolrQuery("{!lumiere}").setFields(Fields.ID, "score");
    query.set("lumiere.model", "vector_2");
    query.set("lumiere.vector", "P4AAAAAAAAAAAAAAAAAAAAAAAAA=");
    query.set("lumiere.scale", "linear 0 1");
    assertThat(collection.tryQuery(query).getResults().getNumFound()).isZero();
  }
}
