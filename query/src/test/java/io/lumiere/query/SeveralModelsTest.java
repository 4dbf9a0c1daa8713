package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index with two models, one of which some photos lack. */
class SeveralModelsTest {
  private static final EmbeddingModel FIRST = new EmbeddingModel("first", "0".repeat(64), 2);
  private static final EmbeddingModel SECOND = new EmbeddingModel("second", "1".repeat(64), 3);
  private static final IndexModels MODELS = IndexModels.of(FIRST).with(SECOND);

  @TempDir Path folder;
  private FSDirectory directory;
  private IndexWriter writer;

  @BeforeEach
  void fill() throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()));
    for (int i = 0; i < 40; i++) {
      double angle = i / 40.0;
      float[] first = {(float) Math.cos(angle), (float) Math.sin(angle)};
      // The other way round: the last photo is the best for the second model.
      float[] second = {(float) Math.sin(angle), 0, (float) Math.cos(angle)};
      add(i, i % 2 == 0 ? Map.of("vector", first, "vector_2", second) : Map.of("vector", first));
      if (i == 20) {
        writer.flush();
      }
    }
    commit(MODELS);
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  private void add(int number, Map<String, float[]> vectors) throws IOException {
    Photo photo =
        Photo.builder(
                "id " + number,
                new PhotoFile(number + ".jpg", "b".repeat(64), 1000, Instant.EPOCH, null),
                new ImageInfo(40, 30, 1, "jpeg"))
            .build();
    writer.addDocument(PhotoDocuments.toDocument(photo, vectors));
  }

  private void commit(IndexModels models) throws IOException {
    writer.setLiveCommitData(new IndexMetadata(models, "/archive").toUserData().entrySet());
    writer.commit();
  }

  private static SearchRequestBuilder nearest(float... vector) {
    return SearchRequest.builder().vector(vector);
  }

  private static String best(PhotoSearch search, SearchRequestBuilder request) {
    return search.search(request.build()).hits().getFirst().photo().id();
  }

  @Test
  void eachModelSearchesItsOwnField() {
    try (PhotoSearch first = PhotoSearch.open(folder, FIRST, null);
        PhotoSearch second = PhotoSearch.open(folder, SECOND, null)) {
      assertThat(best(first, nearest(1, 0))).isEqualTo("id 0");
      assertThat(best(second, nearest(1, 0, 0))).isEqualTo("id 38");
      assertThat(best(second, nearest(1, 0, 0).path("1*.jpg"))).isEqualTo("id 18");
      assertThat(best(first, SearchRequest.builder().like("id 39"))).isEqualTo("id 38");
      assertThat(best(second, SearchRequest.builder().like("id 38"))).isEqualTo("id 36");
      assertThat(second.findVector("id 0")).hasValue(new float[] {0, 0, 1});
      assertThat(second.findVector("id 1")).isEmpty();
      assertThatThrownBy(() -> best(second, SearchRequest.builder().like("id 1")))
          .isInstanceOf(LumiereException.class)
          .hasMessageContainingAll("id 1", "second");
    }
  }

  @Test
  void resultsSayHowManyPhotosHaveTheVector() {
    try (PhotoSearch second = PhotoSearch.open(folder, SECOND, null)) {
      SearchResult result = second.search(nearest(1, 0, 0).limit(100).build());
      assertThat(result.hits()).hasSize(20);
      assertThat(result.coverage().photos()).isEqualTo(40);
      assertThat(result.coverage().withVector()).isEqualTo(20);
      assertThat(result.coverage().isComplete()).isFalse();
      assertThat(second.search(SearchRequest.builder().build()).total()).isEqualTo(40);
      assertThat(second.stats().models()).extracting(Coverage::withVector).containsExactly(40, 20);
    }
  }

  @Test
  void theGraphAndTheComparisonOfAllAgreeWherePhotosLackTheVector() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (int exactLimit : new int[] {0, 1000}) {
        HybridQuery query =
            new HybridQuery.Builder()
                .exactLimit(exactLimit)
                .vector("vector_2", new float[] {1, 0, 0}, 1)
                .build();
        var hits = searcher.search(query, 100).scoreDocs;
        assertThat(hits).hasSize(20);
        assertThat(searcher.storedFields().document(hits[0].doc).get("id")).isEqualTo("id 38");
      }
    }
  }

  @Test
  void aSearchKeepsItsModelThroughASwitchAndANewOneUsesTheDefault() throws IOException {
    try (PhotoSearch before = PhotoSearch.open(folder)) {
      assertThat(before.model().model()).isEqualTo(FIRST);
      commit(MODELS.withDefaultModel(MODELS.find(SECOND).orElseThrow()));
      assertThat(before.refresh()).isTrue();
      assertThat(best(before, nearest(1, 0))).isEqualTo("id 0");
      try (PhotoSearch after = PhotoSearch.open(folder)) {
        assertThat(best(after, nearest(1, 0, 0))).isEqualTo("id 38");
      }
    }
  }

  @Test
  void pageTokensAreOfOneModel() {
    try (PhotoSearch first = PhotoSearch.open(folder, FIRST, null);
        PhotoSearch second = PhotoSearch.open(folder, SECOND, null)) {
      PageToken token = first.search(nearest(1, 0).limit(3).build()).next();
      PageToken read = PageToken.parse(token.toString());
      assertThat(best(first, nearest(1, 0).limit(3).after(read))).isEqualTo("id 3");
      assertThatThrownBy(() -> best(second, nearest(1, 0, 0).limit(3).after(read)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("another model", "second");
    }
  }

  @Test
  void aModelWithoutAnyVectorYetFindsNothingByLooks() throws IOException {
    EmbeddingModel third = new EmbeddingModel("third", "2".repeat(64), 5);
    commit(MODELS.with(third));
    try (PhotoSearch search = PhotoSearch.open(folder, third, null)) {
      SearchResult result = search.search(nearest(1, 0, 0, 0, 0).build());
      assertThat(result.hits()).isEmpty();
      assertThat(result.coverage().withVector()).isZero();
      assertThat(search.search(SearchRequest.builder().build()).total()).isEqualTo(40);
      assertThat(search.search(SearchRequest.builder().text("39").build()).hits()).hasSize(1);
    }
  }
}
