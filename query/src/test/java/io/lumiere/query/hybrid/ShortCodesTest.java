package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.hybrid.NearestEffort.Way;
import io.lumiere.schema.store.PhotoCodec;
import io.lumiere.schema.store.ShortCodeAxes;
import io.lumiere.schema.store.ShortCodesLayout;
import io.lumiere.schema.store.ShortCodesReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorScorer;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsWriter;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
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
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
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
            ShortCodes codes = ShortCodes.of(leaf.reader(), "vector");
            assertThat(codes).isNotNull();
            assertThat(codes.codes().layout().count())
                .isEqualTo(leaf.reader().getFloatVectorValues("vector").size());
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
  void estimatesAreProductsWithTheCodes(int length) throws IOException {
    eachSegment(
        length,
        (codes, scorer, vector) -> {
          int[] all = IntStream.range(0, codes.vectors().size()).toArray();
          float[] estimates = new float[all.length];
          scorer.bulkScore(all, estimates, all.length);
          double errors = 0;
          for (int node : all) {
            assertThat(estimates[node])
                .isCloseTo(
                    product(codes.codes(), node, vector, codes.codes().layout().words()),
                    within(1e-5f));
            assertThat(scorer.score(node)).isEqualTo(estimates[node]);
            float[] exact = codes.vectors().vectorValue(node);
            double error = 2 * estimates[node] - 1 - VectorUtil.dotProduct(vector, exact);
            errors += error * error;
          }
          // Components of a unit vector and of a difference are about as long as the dimension's
          // root says; one bit and a third for each leave an error of a half.
          assertThat(Math.sqrt(errors / all.length)).isLessThan(.6 / Math.sqrt(length));
        });
  }

  private interface Check {
    void of(ShortCodes codes, ShortCodeScorer scorer, float[] vector) throws IOException;
  }

  /** Of an index of vectors of some length, compared with one. */
  private void eachSegment(int length, Check check) throws IOException {
    dimension = length;
    mean = null;
    mean = unit();
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), false);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        float[] vector = unit();
        for (LeafReaderContext leaf : reader.leaves()) {
          ShortCodes codes = ShortCodes.of(leaf.reader(), "vector");
          check.of(
              codes,
              ShortCodeScorer.of(codes, VectorSimilarityFunction.DOT_PRODUCT, vector),
              vector);
        }
      }
    }
  }

  /** By the definition of a code, coordinate by coordinate, with the first of its words. */
  private static float product(ShortCodesReader.Codes codes, int node, float[] vector, int words)
      throws IOException {
    long[] bits = new long[words];
    IndexInput input = codes.rows().clone();
    input.seek(codes.layout().row(node));
    input.readLongs(bits, 0, words);
    float[] coordinates = codes.axes().coordinates(vector);
    double product = VectorUtil.dotProduct(codes.axes().mean(), vector);
    for (int word = 0; word < bits.length; word++) {
      int from = codes.words().groups()[word] * ShortCodeAxes.GROUP;
      CoarseVector coarse =
          new CoarseVector(Arrays.copyOfRange(coordinates, from, from + ShortCodeAxes.GROUP));
      for (int i = 0; i < ShortCodeAxes.GROUP; i++) {
        int number = 0;
        for (int bit = 0; bit < 4; bit++) {
          number += (int) (coarse.bits(bit) >> i & 1) * (bit == 3 ? -8 : 1 << bit);
        }
        double half = codes.words().weights()[word] / 2;
        product += coarse.step() * number * ((bits[word] >> i & 1) == 1 ? half : -half);
      }
    }
    return (float) (1 + product) / 2;
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 128, 384, 512, 768})
  void blocksHaveTheFirstWordsOfAllCodes(int length) throws IOException {
    eachSegment(
        length,
        (codes, scorer, vector) -> {
          ShortCodesLayout layout = codes.codes().layout();
          assertThat(layout.blocks()).isEqualTo(2);
          float[] estimates = new float[ShortCodesLayout.BLOCK];
          for (int node = 0; node < layout.count(); node++) {
            int place = node % ShortCodesLayout.BLOCK;
            if (place == 0) {
              int size = Math.min(estimates.length, layout.count() - node);
              scorer.block(node / ShortCodesLayout.BLOCK, size, estimates);
            }
            assertThat(estimates[place])
                .isCloseTo(product(codes.codes(), node, vector, layout.firsts()), within(1e-5f));
          }
        });
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

  /** Codes in the files of Lucene's quantized format, as earlier versions wrote them. */
  @Test
  void codesOfAnEarlierKindArePassedOverAndGoWithTheNextMerge() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      write(directory, new EarlierCodec(), false);
      assertThat(directory.listAll()).anyMatch(name -> name.endsWith(".veq"));
      float[] vector = unit();
      Ranked exact;
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(ShortCodes.of(reader.leaves().getFirst().reader(), "vector")).isNull();
        IndexSearcher searcher = new IndexSearcher(reader);
        exact = found(searcher, vector, 20, null, Way.COMPARE_ALL);
        for (Way way : Way.values()) {
          assertThat(found(searcher, vector, 20, null, way).scores()).isEqualTo(exact.scores());
        }
      }
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig().setCodec(new PhotoCodec()))) {
        writer.forceMerge(1);
      }
      assertThat(directory.listAll()).noneMatch(name -> name.endsWith(".veq"));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(ShortCodes.of(reader.leaves().getFirst().reader(), "vector")).isNotNull();
        IndexSearcher searcher = new IndexSearcher(reader);
        assertThat(found(searcher, vector, 20, null, Way.ESTIMATE_ALL).scores())
            .containsExactly(exact.scores(), within(1e-6f));
      }
    }
  }

  private static final class EarlierCodec extends Lucene104Codec {
    private final KnnVectorsFormat format = new Lucene99HnswVectorsFormat();
    private final FlatVectorsFormat vectors =
        new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return new KnnVectorsFormat(format.getName()) {
        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
          return new Lucene99HnswVectorsWriter(
              state,
              Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
              Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
              vectors,
              new Lucene104ScalarQuantizedVectorsWriter(
                  state,
                  ScalarEncoding.DIBIT_QUERY_NIBBLE,
                  vectors.fieldsWriter(state),
                  new Lucene104ScalarQuantizedVectorScorer(
                      FlatVectorScorerUtil.getLucene99FlatVectorsScorer())),
              Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
              null);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
          return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String name) {
          return format.getMaxDimensions(name);
        }
      };
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
