package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The nearest documents are those that comparing all of them in plain Java gives. The index has
 * segments, deletions, documents without a vector, and graphs so thin that a walk misses much: what
 * is exact was compared.
 */
class NearestSearchTest {
  private static final int SEGMENTS = 5;
  private static final int IN_SEGMENT = 2_000;
  private static final Random RANDOM = new Random(11);
  private static final Directory DIRECTORY = new ByteBuffersDirectory();
  private static final float[][] VECTORS = new float[SEGMENTS * IN_SEGMENT][];

  /** The number of each document of the reader. */
  private static int[] numbers;

  private static DirectoryReader reader;

  @BeforeAll
  static void writeIndex() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE).setCodec(new ThinGraphs());
    try (var writer = new IndexWriter(DIRECTORY, config)) {
      for (int n = 0; n < VECTORS.length; n++) {
        VECTORS[n] = RANDOM.nextInt(10) == 0 ? null : RandomIndex.unit(RANDOM);
        writer.addDocument(document(n));
        if (n % IN_SEGMENT == IN_SEGMENT - 1) {
          writer.flush();
        }
      }
      writer.deleteDocuments(IntField.newSetQuery("n", deleted()));
      for (int n : deleted()) {
        VECTORS[n] = null;
      }
    }
    reader = DirectoryReader.open(DIRECTORY);
    assertThat(reader.leaves()).hasSize(SEGMENTS);
    numbers = new int[reader.maxDoc()];
    for (int doc = 0; doc < numbers.length; doc++) {
      numbers[doc] = reader.storedFields().document(doc).getField("n").numericValue().intValue();
    }
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    DIRECTORY.close();
  }

  private static final class ThinGraphs extends Lucene104Codec {
    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return new Lucene99HnswVectorsFormat(4, 4);
    }
  }

  private static Document document(int n) {
    Document document = new Document();
    document.add(new IntField("n", n, Store.YES));
    if (VECTORS[n] != null) {
      document.add(
          new KnnFloatVectorField("vector", VECTORS[n], VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  private static int[] deleted() {
    return IntStream.range(0, VECTORS.length).filter(NearestSearchTest::isDeleted).toArray();
  }

  private static boolean isDeleted(int n) {
    return n % 7 == 3;
  }

  @Test
  void aLimitForTheWholeIndexIsNotSharedOutBySegment() throws IOException {
    // As a year is in an archive that was indexed by date: all of two segments, and nothing else.
    int from = 2 * IN_SEGMENT;
    int to = 4 * IN_SEGMENT;
    int passing = (int) IntStream.range(from, to).filter(n -> !isDeleted(n)).count();
    Query filter = IntField.newRangeQuery("n", from, to - 1);
    for (int window : new int[] {1, 10, 100}) {
      float[] vector = RandomIndex.unit(RANDOM);
      List<Integer> expected = nearest(vector, window, n -> n >= from && n < to);
      assertThat(found(vector, window, filter, effort(passing))).isEqualTo(expected);
    }
    float[] vector = RandomIndex.unit(RANDOM);
    assertThat(found(vector, 10, filter, effort(passing / 2)))
        .as("what the graphs find")
        .isNotEqualTo(nearest(vector, 10, n -> n >= from && n < to));
  }

  @Test
  void allThatPassAreRankedAsByComparingThem() throws IOException {
    for (int round = 0; round < 60; round++) {
      float[] vector = RandomIndex.unit(RANDOM);
      int window = 1 + RANDOM.nextInt(round % 2 == 0 ? 20 : 2 * VECTORS.length);
      int from = RANDOM.nextInt(VECTORS.length);
      int to = from + RANDOM.nextInt(VECTORS.length);
      Query filter =
          round % 5 == 0 ? MatchAllDocsQuery.INSTANCE : IntField.newRangeQuery("n", from, to);
      IntPredicate passes = n -> filter instanceof MatchAllDocsQuery || (n >= from && n <= to);
      assertThat(found(vector, window, filter, NearestEffort.DEFAULT))
          .as("%s, window %s", filter, window)
          .isEqualTo(nearest(vector, window, passes));
    }
  }

  @Test
  void aWalkThatKeepsAllFindsAll() throws IOException {
    float[] vector = RandomIndex.unit(RANDOM);
    assertThat(found(vector, 30, null, effort(0).withCandidates(VECTORS.length)))
        .isEqualTo(nearest(vector, 30, n -> true));
  }

  @Test
  void theMoreCandidatesTheFewerAreMissed() throws IOException {
    int few = 0;
    int many = 0;
    for (int round = 0; round < 20; round++) {
      float[] vector = RandomIndex.unit(RANDOM);
      List<Integer> expected = nearest(vector, 10, n -> true);
      few += both(expected, found(vector, 10, null, effort(0).withCandidates(1)));
      many += both(expected, found(vector, 10, null, effort(0).withCandidates(300)));
    }
    assertThat(many).isGreaterThan(few).isLessThanOrEqualTo(200);
  }

  @Test
  void severalThreadsFindTheSame() throws IOException {
    float[] vector = RandomIndex.unit(RANDOM);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (NearestEffort effort : List.of(NearestEffort.DEFAULT, effort(0).withCandidates(20))) {
        assertThat(found(new IndexSearcher(reader, threads), vector, 40, null, effort))
            .isEqualTo(found(vector, 40, null, effort));
        assertThat(found(new ThreadedSearcher(reader), vector, 40, null, effort))
            .isEqualTo(found(vector, 40, null, effort));
      }
    }
  }

  @Test
  void segmentsAreSharedOutEvenly() throws IOException {
    List<AcceptedLeaf> leaves = new ArrayList<>();
    int[] counts = {40_000, 90_000, 10_000, 60_000, 20_000};
    for (AcceptedLeaf leaf : AcceptedLeaf.of(new IndexSearcher(reader), null, "vector")) {
      leaves.add(new AcceptedLeaf(leaf.context(), leaf.docs(), counts[leaves.size()]));
    }
    assertThat(shares(leaves, 2)).containsExactly(110_000, 110_000);
    assertThat(shares(leaves, 3)).containsExactly(90_000, 70_000, 60_000);
    assertThat(shares(leaves, 1)).containsExactly(220_000);
    assertThat(shares(leaves, 100)).as("less than 50,000 each is not worth it").hasSize(4);
    assertThat(shares(leaves.subList(2, 3), 2)).containsExactly(10_000);
    assertThat(shares(List.of(), 2)).isEmpty();
  }

  private static List<Integer> shares(List<AcceptedLeaf> leaves, int threads) {
    return LeafThreads.slices(leaves, threads).stream()
        .map(slice -> slice.stream().mapToInt(AcceptedLeaf::count).sum())
        .toList();
  }

  @Test
  void segmentsOfSeveralThreadsAreRankedTogether() throws IOException {
    float[] vector = RandomIndex.unit(RANDOM);
    IndexSearcher searcher = new IndexSearcher(reader);
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, null, "vector");
    List<AcceptedLeaf> large =
        leaves.stream()
            .map(leaf -> new AcceptedLeaf(leaf.context(), leaf.docs(), 1_000_000))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      IndexSearcher threaded =
          new IndexSearcher(reader, threads) {
            @Override
            protected LeafSlice[] slices(List<LeafReaderContext> contexts) {
              return slices(contexts, 1, 1, false);
            }
          };
      for (NearestEffort.Way way : NearestEffort.Way.values()) {
        Ranked together =
            new NearestSearch(threaded, "vector", vector, 500, NearestEffort.DEFAULT)
                .by(way, large);
        Ranked alone =
            new NearestSearch(searcher, "vector", vector, 500, NearestEffort.DEFAULT)
                .by(way, leaves);
        assertThat(together.docs()).as(way.toString()).containsExactly(alone.docs());
        assertThat(together.scores()).containsExactly(alone.scores());
      }
    }
  }

  private static NearestEffort effort(int exactLimit) {
    return NearestEffort.DEFAULT.withExactLimit(exactLimit).withCandidates(1);
  }

  private static List<Integer> found(float[] vector, int window, Query filter, NearestEffort effort)
      throws IOException {
    return found(new IndexSearcher(reader), vector, window, filter, effort);
  }

  private static List<Integer> found(
      IndexSearcher searcher, float[] vector, int window, Query filter, NearestEffort effort)
      throws IOException {
    Ranked ranked =
        new NearestSearch(searcher, "vector", vector, window, effort)
            .within(AcceptedLeaf.of(searcher, filter, "vector"));
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      int n = numbers[ranked.docs()[i]];
      found.add(n);
      assertThat(2 * ranked.scores()[i] - 1).isEqualTo(VectorUtil.dotProduct(vector, VECTORS[n]));
    }
    return found;
  }

  private static List<Integer> nearest(float[] vector, int window, IntPredicate passes) {
    return IntStream.range(0, VECTORS.length)
        .filter(n -> VECTORS[n] != null && passes.test(n))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer n) -> -VectorUtil.dotProduct(vector, VECTORS[n]))
                .thenComparing(n -> n))
        .limit(window)
        .toList();
  }

  private static int both(List<Integer> some, List<Integer> others) {
    return (int) some.stream().filter(others::contains).count();
  }
}
