package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.SingularQuery;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

/** What a hybrid query refuses, when two are equal, and how it searches a graph. */
class HybridQueryTest {
  private static final float[] X = {1, 0};
  private static final Query RED = new TermQuery(new Term("colour", "red"));

  private static HybridQuery.Builder builder() {
    return new HybridQuery.Builder();
  }

  private static Directory index(VectorSimilarityFunction similarity, float[]... vectors)
      throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < vectors.length; i++) {
        Document document = new Document();
        document.add(new KnnFloatVectorField("vector", vectors[i], similarity));
        document.add(new StringField("colour", i % 2 == 0 ? "red" : "blue", Store.NO));
        document.add(new IntField("n", i, Store.NO));
        writer.addDocument(document);
        if (i % 1500 == 1499) {
          writer.commit();
        }
      }
    }
    return directory;
  }

  private static ScoreDoc[] search(Directory directory, Query query) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader).search(query, 1000).scoreDocs;
    }
  }

  @Test
  void aQueryNeedsALegAndTakesOneVector() {
    assertThatThrownBy(() -> builder().filter(RED).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a leg");
    assertThatThrownBy(() -> builder().vector("v", X, 1).vector("w", X, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    for (float[] vector : new float[][] {{}, {0, 0}, {1, 1}, {Float.NaN, 0}, {0.9f, 0}}) {
      assertThatThrownBy(() -> builder().vector("v", vector, 1))
          .as(Arrays.toString(vector))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("length");
    }
    for (float weight : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> builder().words("red", RED, weight))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'red'");
    }
    assertThatThrownBy(() -> builder().window(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> builder().minScore(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> builder().minSimilarity(2)).hasMessageContaining("2");
    assertThatThrownBy(() -> builder().exactLimit(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Fusion.ReciprocalRank(0)).hasMessageContaining("0");
  }

  @Test
  void anUnknownFieldIsAnErrorAndAnEmptyIndexIsNot() throws IOException {
    try (Directory some = index(VectorSimilarityFunction.DOT_PRODUCT, X);
        Directory none = index(VectorSimilarityFunction.DOT_PRODUCT)) {
      HybridQuery query = builder().vector("vektor", X, 1).build();
      assertThatThrownBy(() -> search(some, query))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'vektor'")
          .hasMessageContaining("vector");
      assertThat(search(none, query)).isEmpty();
    }
  }

  @Test
  void vectorsOfAnotherKindAreRefused() throws IOException {
    try (Directory euclidean = index(VectorSimilarityFunction.EUCLIDEAN, X);
        Directory cosine = index(VectorSimilarityFunction.COSINE, new float[] {3, 0})) {
      HybridQuery query = builder().vector("vector", X, 1).build();
      assertThatThrownBy(() -> search(euclidean, query))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("EUCLIDEAN");
      assertThat(search(cosine, query)).hasSize(1);
      assertThatThrownBy(
              () -> search(cosine, builder().vector("vector", new float[] {1, 0, 0}, 1).build()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("have 2 dimensions")
          .hasMessageContaining("3");
    }
  }

  @Test
  void equalsLooksIntoEveryPart() {
    List<HybridQuery> different =
        List.of(
            builder().vector("v", X, 1).build(),
            builder().vector("v", new float[] {0, 1}, 1).build(),
            builder().vector("w", X, 1).build(),
            builder().vector("v", X, 2).build(),
            builder().vector("v", X, 1, new Scale.Logistic(0, 1)).build(),
            builder().vector("v", X, 1).words("red", RED, 1).build(),
            builder().vector("v", X, 1).words("blue", RED, 1).build(),
            builder().vector("v", X, 1).filter(RED).build(),
            builder().vector("v", X, 1).window(7).build(),
            builder().vector("v", X, 1).minScore(0.5f).build(),
            builder().vector("v", X, 1).minSimilarity(0.5f).build(),
            builder().vector("v", X, 1).exactLimit(5).build(),
            builder().vector("v", X, 1).fusion(new Fusion.ReciprocalRank(5)).build(),
            builder().vector("v", X, 1).fusion(Fusion.weightedSum()).build());
    assertThat(new HashSet<>(different)).hasSize(different.size());
    assertThat(builder().vector("v", X.clone(), 1).words("red", RED, 1).build())
        .isEqualTo(different.get(5))
        .hasSameHashCodeAs(different.get(5));
  }

  @Test
  void aVectorChangedAfterwardsChangesNothing() {
    float[] vector = {1, 0};
    HybridQuery query = builder().vector("v", vector, 1).build();
    vector[0] = 7;
    assertThat(query).isEqualTo(builder().vector("v", X, 1).build());
  }

  @Test
  void visitorsMeetEachLegAndTheFilter() {
    Set<Term> terms = new HashSet<>();
    HybridQuery query =
        builder()
            .vector("v", X, 1)
            .words("red", RED, 1)
            .filter(new TermQuery(new Term("colour", "blue")))
            .build();
    query.visit(QueryVisitor.termCollector(terms));
    assertThat(terms).extracting(Term::text).containsExactlyInAnyOrder("red", "blue");
    assertThat(query.toString("")).contains("v[2]", "red", "blue", "window 2000");
  }

  /** Finds all documents the first time, and none from then on. */
  private static final class ChangingQuery extends SingularQuery {
    private boolean isRewritten;

    ChangingQuery() {
      super("changing");
    }

    @Override
    public Query rewrite(IndexSearcher searcher) {
      Query now = isRewritten ? new MatchNoDocsQuery("none any more") : MatchAllDocsQuery.INSTANCE;
      isRewritten = true;
      return now;
    }
  }

  /** As of neighbours in a second field, for which several threads walk through a graph. */
  @Test
  void whatALegFindsIsFoundOnceThoughItsHitsAreEqual() throws IOException {
    try (Directory directory = index(VectorSimilarityFunction.DOT_PRODUCT, X, X, X, X)) {
      Query query = builder().words("changing", new ChangingQuery(), 1).window(2).build();
      assertThat(search(directory, query)).hasSize(2);
    }
  }

  @Test
  void minimumsCutOff() throws IOException {
    try (Directory directory =
        index(
            VectorSimilarityFunction.DOT_PRODUCT, X, new float[] {0, 1}, new float[] {.8f, .6f})) {
      HybridQuery.Builder sum = builder().vector("vector", X, 1).fusion(Fusion.weightedSum());
      assertThat(search(directory, sum.build())).hasSize(3);
      assertThat(search(directory, sum.minScore(.79f).build())).hasSize(2);
      assertThat(search(directory, sum.minScore(0).minSimilarity(.81f).build())).hasSize(1);
      assertThat(search(directory, sum.words("red", RED, 1).build())).hasSize(2);
    }
  }

  @Test
  void scoresDoNotDependOnTheFilter() throws IOException {
    try (Directory directory =
        index(
            VectorSimilarityFunction.DOT_PRODUCT, X, new float[] {0, 1}, new float[] {.8f, .6f})) {
      HybridQuery.Builder sum =
          builder().vector("vector", X, 1).words("red", RED, 1).fusion(Fusion.probabilisticSum());
      float whole = search(directory, sum.build())[1].score;
      ScoreDoc[] one = search(directory, sum.filter(IntField.newExactQuery("n", 2)).build());
      assertThat(one).hasSize(1);
      assertThat(one[0].score).isCloseTo(whole, within(1e-6f));
    }
  }

  @Test
  void theGraphFindsNearlyAllAndThreadsChangeNothing() throws IOException {
    Random random = new Random(42);
    float[][] vectors = new float[6000][];
    Arrays.setAll(vectors, i -> randomUnit(random));
    try (Directory directory = index(VectorSimilarityFunction.DOT_PRODUCT, vectors);
        DirectoryReader reader = DirectoryReader.open(directory);
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      IndexSearcher alone = new IndexSearcher(reader);
      IndexSearcher threaded = new IndexSearcher(reader, threads);
      for (Query filter : List.of(MatchAllDocsQuery.INSTANCE, RED)) {
        HybridQuery.Builder query =
            builder().vector("vector", randomUnit(random), 1).filter(filter).window(500);
        Set<Integer> exact = docs(alone.search(query.build(), 500).scoreDocs);
        assertThat(docs(threaded.search(query.build(), 500).scoreDocs)).isEqualTo(exact);
        Set<Integer> found = docs(threaded.search(query.exactLimit(0).build(), 500).scoreDocs);
        found.retainAll(exact);
        assertThat(found.size()).as("of 500 with filter %s", filter).isGreaterThan(475);
      }
    }
  }

  private static Set<Integer> docs(ScoreDoc[] hits) {
    Set<Integer> docs = new HashSet<>();
    for (ScoreDoc hit : hits) {
      docs.add(hit.doc);
    }
    return docs;
  }

  private static float[] randomUnit(Random random) {
    float[] vector = new float[32];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }
}
