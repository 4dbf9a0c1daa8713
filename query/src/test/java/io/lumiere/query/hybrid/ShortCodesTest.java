package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.hybrid.NearestEffort.Way;
import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Short codes are beside the vectors of an index that this program writes, searches by them give
 * what comparing all vectors gives, and lucene-core does not see them.
 */
class ShortCodesTest {
  private static final int DOCUMENTS = 1_500;

  private final Random random = new Random(21);
  private int dimension = 128;
  private float[] mean = unit();

  @TempDir Path folder;

  /** Near a mean, as the vectors of photos are. */
  private float[] unit() {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian() / 8 + (mean == null ? 0 : mean[i]);
    }
    return VectorUtil.l2normalize(vector);
  }

  private void write(Directory directory, Codec codec, boolean compound) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setCodec(codec)
            .setUseCompoundFile(compound)
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < DOCUMENTS; n++) {
        Document document = new Document();
        document.add(new IntField("n", n, Store.NO));
        // The first segment has a vector for each document, the others have not.
        if (n < 500 || n % 9 != 0) {
          document.add(
              new KnnFloatVectorField("vector", unit(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        writer.addDocument(document);
        if (n % 500 == 499) {
          writer.flush();
        }
      }
      writer.deleteDocuments(IntField.newRangeQuery("n", 480, 620));
    }
  }

  @Test
  void anIndexOfThisProgramHasCodesOfEachVector() throws IOException {
    for (boolean compound : new boolean[] {false, true}) {
      try (Directory directory = FSDirectory.open(folder.resolve("compound-" + compound))) {
        write(directory, new PhotoCodec(), compound);
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          assertThat(reader.leaves()).hasSize(3);
          for (LeafReaderContext leaf : reader.leaves()) {
            QuantizedByteVectorValues codes = ShortCodes.of(leaf.reader(), "vector");
            assertThat(codes).isNotNull();
            assertThat(codes.size()).isEqualTo(leaf.reader().getFloatVectorValues("vector").size());
            assertThat(ShortCodes.of(leaf.reader(), "n")).isNull();
          }
        }
        try (CheckIndex check = new CheckIndex(directory)) {
          assertThat(check.checkIndex().clean).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100, 128, 384, 406, 450, 512, 650, 768})
  void estimatesAreThoseOfLucenesScorer(int length) throws IOException {
    dimension = length;
    mean = null;
    mean = unit();
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), false);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        float[] vector = unit();
        for (LeafReaderContext leaf : reader.leaves()) {
          QuantizedByteVectorValues codes = ShortCodes.of(leaf.reader(), "vector");
          ShortCodeScorer scorer =
              ShortCodeScorer.of(codes, VectorSimilarityFunction.DOT_PRODUCT, vector);
          var theirs = codes.copy().scorer(vector);
          int[] all = new int[codes.size()];
          float[] estimates = new float[codes.size()];
          for (int node = 0; node < all.length; node++) {
            all[node] = node;
          }
          scorer.bulkScore(all, estimates, all.length);
          for (int node = 0; node < all.length; node++) {
            assertThat(theirs.iterator().nextDoc()).isEqualTo(codes.ordToDoc(node));
            assertThat(estimates[node]).isCloseTo(theirs.score(), within(1e-5f));
            assertThat(scorer.score(node)).isEqualTo(estimates[node]);
          }
        }
      }
    }
  }

  @Test
  void whatIsFoundByEstimatesHasTheScoresAndOrderOfItsVectors() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), false);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (Query filter :
            new Query[] {
              null, IntField.newRangeQuery("n", 300, 900), IntField.newRangeQuery("n", 1_000, 1_150)
            }) {
          for (int window : new int[] {1, 10, 100}) {
            float[] vector = unit();
            Ranked exact = found(searcher, vector, window, filter, Way.COMPARE_ALL);
            assertThat(exact.size()).isEqualTo(window);
            for (Way way : new Way[] {Way.ESTIMATE_ALL, Way.WALK}) {
              Ranked ranked = found(searcher, vector, window, filter, way);
              assertThat(ranked.docs())
                  .as("%s of %s by %s", window, filter, way)
                  .isEqualTo(exact.docs());
              assertThat(ranked.scores()).containsExactly(exact.scores(), within(1e-6f));
            }
          }
        }
      }
    }
  }

  /** With as many candidates as there are documents, so that nothing is missed by chance. */
  private static Ranked found(
      IndexSearcher searcher, float[] vector, int window, Query filter, Way way)
      throws IOException {
    return new NearestSearch(searcher, "vector", vector, window, NearestEffort.DEFAULT)
        .by(way, AcceptedLeaf.of(searcher, filter, "vector"));
  }

  @Test
  void aShortListLosesTheWorstOfIt() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), false);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        float[] vector = unit();
        NearestEffort least = NearestEffort.DEFAULT.withCandidates(1);
        Ranked one =
            new NearestSearch(searcher, "vector", vector, 40, least)
                .by(Way.ESTIMATE_ALL, AcceptedLeaf.of(searcher, null, "vector"));
        Ranked exact = found(searcher, vector, 40, null, Way.COMPARE_ALL);
        assertThat(one.docs()).isNotEqualTo(exact.docs());
        assertThat(one.docs()[0]).isEqualTo(exact.docs()[0]);
      }
    }
  }

  @Test
  void aWalkByCodesFindsNearlyAll() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), false);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        NearestEffort hundred = NearestEffort.DEFAULT.withCandidates(100);
        int both = 0;
        for (int round = 0; round < 20; round++) {
          float[] vector = unit();
          Set<Integer> exact = docs(found(searcher, vector, 10, null, Way.COMPARE_ALL));
          exact.retainAll(
              docs(
                  new NearestSearch(searcher, "vector", vector, 10, hundred)
                      .by(Way.WALK, AcceptedLeaf.of(searcher, null, "vector"))));
          both += exact.size();
        }
        assertThat(both).as("of 200").isGreaterThan(180);
      }
    }
  }

  private static Set<Integer> docs(Ranked ranked) {
    return Arrays.stream(ranked.docs()).boxed().collect(Collectors.toSet());
  }

  @Test
  void luceneSeesTheVectorsAlone() throws IOException {
    try (Directory ours = new ByteBuffersDirectory();
        Directory plain = new ByteBuffersDirectory()) {
      random.setSeed(4);
      write(ours, new PhotoCodec(), false);
      random.setSeed(4);
      write(plain, Codec.getDefault(), false);
      random.setSeed(5);
      float[] vector = unit();
      ScoreDoc[] expected = plainly(plain, vector);
      assertThat(plainly(ours, vector)).usingRecursiveComparison().isEqualTo(expected);
      // Another program may merge the segments: the codes are gone, the search is the same.
      try (IndexWriter writer = new IndexWriter(ours, new IndexWriterConfig())) {
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(ours)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        assertThat(ShortCodes.of(reader.leaves().getFirst().reader(), "vector")).isNull();
        Ranked exact = found(searcher, vector, 20, null, Way.COMPARE_ALL);
        assertThat(found(searcher, vector, 20, null, Way.ESTIMATE_ALL).docs())
            .isEqualTo(exact.docs());
      }
    }
  }

  private static ScoreDoc[] plainly(Directory directory, float[] vector) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader)
          .search(new KnnFloatVectorQuery("vector", vector, 20), 20)
          .scoreDocs;
    }
  }

  @Test
  void mergedSegmentsHaveCodes() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      write(directory, new PhotoCodec(), true);
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig().setCodec(new PhotoCodec()))) {
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(ShortCodes.of(reader.leaves().getFirst().reader(), "vector")).isNotNull();
      }
    }
  }
}
