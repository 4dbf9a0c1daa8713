package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The first hits alone are those of the whole window, with the same scores, ranks and shares. There
 * are more documents than are compared, in several segments, around a thousand centres; a query
 * lies near one of these, or far from all, as a text does.
 */
class FirstHitsTest {
  private static final int DIMENSION = 128;
  private static final int DOCUMENTS = 14_000;
  private static final int CENTRES = 1_000;
  private static final int SEGMENTS = 3;
  private static final int COPIES = 700;
  private static final Random RANDOM = new Random(29);
  private static final float[][] MEANS = new float[CENTRES][];
  private static final float[] COPIED = unit(null, 1);
  private static final Directory DIRECTORY = new ByteBuffersDirectory();
  private static final Directory SHORT_VECTORS = new ByteBuffersDirectory();

  private static DirectoryReader reader;
  private static IndexSearcher searcher;

  @BeforeAll
  static void writeIndex() throws IOException {
    for (int i = 0; i < CENTRES; i++) {
      MEANS[i] = unit(null, 1);
    }
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE).setCodec(new PhotoCodec());
    try (IndexWriter writer = new IndexWriter(DIRECTORY, config)) {
      for (int n = 0; n < DOCUMENTS; n++) {
        writer.addDocument(document(n));
        if (n % (DOCUMENTS / SEGMENTS) == 0) {
          writer.flush();
        }
      }
      writer.deleteDocuments(IntField.newRangeQuery("n", 3_000, 3_200));
    }
    reader = DirectoryReader.open(DIRECTORY);
    searcher = new IndexSearcher(reader);
    writeShortVectors(SHORT_VECTORS, 12_000, 2_000);
  }

  /** Else the vectors of a test would depend on which tests ran before. */
  @BeforeEach
  void startAgain() {
    RANDOM.setSeed(31);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    DIRECTORY.close();
    SHORT_VECTORS.close();
  }

  private static Document document(int n) {
    boolean isCopy = n % (DOCUMENTS / COPIES) == 0;
    float[] vector = isCopy ? COPIED : unit(MEANS[RANDOM.nextInt(CENTRES)], .6f);
    Document document = new Document();
    document.add(new IntField("n", n, Store.NO));
    document.add(new NumericDocValuesField("tie", RANDOM.nextInt(1_000)));
    document.add(new StringField("half", n % 2 == 0 ? "even" : "odd", Store.NO));
    document.add(new KnnFloatVectorField("vector", vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  private static float[] unit(float[] mean, float spread) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      float noise = (float) (RANDOM.nextGaussian() / Math.sqrt(DIMENSION));
      vector[i] = (mean == null ? 0 : mean[i]) + spread * noise;
    }
    return VectorUtil.l2normalize(vector);
  }

  private static HybridQuery query(float[] vector, UnaryOperator<HybridQuery.Builder> change) {
    return change
        .apply(
            new HybridQuery.Builder()
                .vector("vector", vector, 1, new Scale.Logistic(0.3, 0.2))
                .fusion(Fusion.probabilisticSum())
                .ties("tie"))
        .build();
  }

  @Test
  void queriesNearDocumentsAndFarFromAllFindTheSameFirstHits() throws IOException {
    for (boolean isNear : new boolean[] {true, false}) {
      for (int hits : new int[] {1, 11, 51, 101}) {
        int same = 0;
        int all = 0;
        for (int round = 0; round < 20; round++) {
          float[] vector = unit(isNear ? MEANS[round] : null, isNear ? .6f : 1);
          same += same(query(vector, query -> query), hits);
          all += hits;
        }
        assertThat(same)
            .as("near %s, %s hits", isNear, hits)
            .isGreaterThanOrEqualTo(all * 98 / 100);
      }
    }
  }

  @Test
  void filtersStayAsExact() throws IOException {
    // 7,000 are compared.
    Query filter = new TermQuery(new Term("half", "odd"));
    for (int round = 0; round < 20; round++) {
      HybridQuery query = query(unit(MEANS[round], .6f), changed -> changed.filter(filter));
      assertThat(same(query, 21)).isEqualTo(21);
    }
  }

  @Test
  void aWalkFindsWhatPassesAFilter() throws IOException {
    checkWalks(IntField.newRangeQuery("n", 0, 10_700), 1);
  }

  @Test
  void aSmallSegmentWhereFewPassEndsNoWalk() throws IOException {
    // 500 pass in the second, where a walk would look at more.
    checkWalks(IntField.newExactQuery("quarter", 1), 2);
  }

  @Test
  void aSegmentTooSmallForAGraphEndsNoWalk() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeShortVectors(directory, 12_000, 500);
      try (DirectoryReader some = DirectoryReader.open(directory)) {
        IndexSearcher in = new IndexSearcher(some);
        checkWalks(in, AcceptedLeaf.of(in, null, "vector"), 11);
      }
    }
  }

  private static void checkWalks(Query filter, int segments) throws IOException {
    try (DirectoryReader few = DirectoryReader.open(SHORT_VECTORS)) {
      assertThat(few.leaves()).hasSize(2);
      IndexSearcher in = new IndexSearcher(few);
      checkWalks(in, AcceptedLeaf.of(in, filter, "vector").subList(0, segments), 11);
    }
  }

  private static void writeShortVectors(Directory directory, int... segments) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE).setCodec(new PhotoCodec());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int documents : segments) {
        for (int n = 0; n < documents; n++) {
          Document document = new Document();
          document.add(new IntField("n", n, Store.NO));
          document.add(new IntField("quarter", n % 4, Store.NO));
          document.add(
              new KnnFloatVectorField(
                  "vector", shortVector(), VectorSimilarityFunction.DOT_PRODUCT));
          writer.addDocument(document);
        }
        writer.flush();
      }
    }
  }

  /** Of so few dimensions that its nearest are found by a short walk. */
  private static float[] shortVector() {
    float[] vector = new float[16];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) RANDOM.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  private static void checkWalks(IndexSearcher in, List<AcceptedLeaf> leaves, int hits)
      throws IOException {
    int walks = 0;
    int same = 0;
    for (int round = 0; round < 30; round++) {
      NearestSearch search = search(in, shortVector());
      Ranked walked = search.near(leaves, hits, true);
      if (walked != null) {
        walks++;
        Ranked exact = search.by(NearestEffort.Way.COMPARE_ALL, leaves);
        same += common(walked.first(hits).docs(), exact.first(hits).docs());
      }
    }
    assertThat(walks).isGreaterThan(5);
    assertThat(same).isGreaterThanOrEqualTo(walks * hits * 98 / 100);
    AcceptedLeaf few = new AcceptedLeaf(leaves.getFirst().context(), leaves.getFirst().docs(), 500);
    assertThat(search(in, shortVector()).near(List.of(few), hits, true))
        .as("where few pass, a walk would be a long one")
        .isNull();
  }

  private static NearestSearch search(IndexSearcher in, float[] vector) {
    return new NearestSearch(in, "vector", vector, 2_000, NearestEffort.DEFAULT);
  }

  private static int common(int[] some, int[] others) {
    return (int)
        Arrays.stream(some)
            .filter(doc -> Arrays.stream(others).anyMatch(other -> other == doc))
            .count();
  }

  @Test
  void partsOfASegmentAreTheSegment() throws IOException {
    for (AcceptedLeaf leaf : AcceptedLeaf.of(searcher, null, "vector")) {
      BestDocs whole = new BestDocs(300);
      LeafSearch.estimating(leaf, "vector", MEANS[1]).addFirsts(whole, 0);
      BestDocs together = new BestDocs(300);
      for (AcceptedLeaf part : leaf.inParts(3)) {
        LeafSearch.estimating(part, "vector", MEANS[1]).addFirsts(together, 0);
      }
      assertThat(together.inOrder().docs()).containsExactly(whole.inOrder().docs());
    }
  }

  /**
   * How many of the first hits are those of the whole window; what is found of each is the same.
   */
  private static int same(HybridQuery query, int hits) throws IOException {
    FusedQuery whole = query.run(searcher);
    FusedQuery first = query.first(searcher, hits);
    assertThat(first).isNotNull();
    assertThat(first.isWhole()).isEqualTo(searcher.count(first) == whole.total());
    assertThat(first.total()).isEqualTo(whole.total()).isEqualTo(searcher.count(whole));
    List<Integer> expected = docs(query, whole, hits);
    List<Integer> found = docs(query, first, hits);
    int common = (int) found.stream().filter(expected::contains).count();
    for (int doc : found) {
      LegShare there = whole.shares(doc).getFirst();
      LegShare here = first.shares(doc).getFirst();
      assertThat(here.score()).isEqualTo(there.score());
      assertThat(here.share()).isEqualTo(there.share());
      assertThat(here.found()).isEqualTo(there.found());
      if (common == hits) {
        assertThat(here.rank()).isEqualTo(there.rank());
      }
    }
    if (common == hits) {
      assertThat(found).isEqualTo(expected);
    }
    return common;
  }

  private static List<Integer> docs(HybridQuery query, FusedQuery fused, int hits)
      throws IOException {
    List<Integer> docs = new ArrayList<>();
    List<FieldDoc> best = fused.best(reader, query.sort(), hits);
    for (ScoreDoc hit : searcher.searchAfter(null, fused, hits, query.sort(), true).scoreDocs) {
      docs.add(hit.doc);
      FieldDoc here = best == null ? (FieldDoc) hit : best.get(docs.size() - 1);
      assertThat(here.doc).isEqualTo(hit.doc);
      assertThat(here.score).isEqualTo(hit.score);
      assertThat(here.fields).isEqualTo(((FieldDoc) hit).fields);
    }
    assertThat(docs).hasSize(hits);
    assertThat(best == null).isEqualTo(query.blend().ties().field() == null);
    return docs;
  }

  @Test
  void anotherOrderTakesASearch() throws IOException {
    FusedQuery first = query(MEANS[0], query -> query).first(searcher, 10);
    assertThat(first).isNotNull();
    assertThat(first.best(reader, Sort.RELEVANCE, 10)).isNull();
  }

  @Test
  void copiesAreInTheOrderOfTheirField() throws IOException {
    for (int hits : new int[] {1, 11, 101}) {
      assertThat(same(query(COPIED, query -> query), hits)).isEqualTo(hits);
    }
    assertThat(isWalked(COPIED)).isFalse();
  }

  @Test
  void whereMoreScoreTheSameThanAreLookedAtTheWindowDecides() throws IOException {
    // All cosines below are at the lower end of the scale.
    Scale steep = new Scale.Linear(.999, 1);
    HybridQuery query =
        new HybridQuery.Builder()
            .vector("vector", unit(MEANS[0], .6f), 1, steep)
            .fusion(Fusion.probabilisticSum())
            .build();
    assertWhole(query);
  }

  @Test
  void whereFewerPassThanTheWindowHoldsTheFirstOfThemAreFound() throws IOException {
    Query few = IntField.newRangeQuery("n", 2_000, 3_500);
    for (float[] vector : new float[][] {unit(MEANS[0], .6f), unit(null, 1)}) {
      HybridQuery query = query(vector, changed -> changed.filter(few));
      assertThat(same(query, 11)).isEqualTo(11);
      FusedQuery first = query.first(searcher, 11);
      assertThat(first).isNotNull();
      assertThat(first.isWhole()).isFalse();
      assertThat(first.total()).isEqualTo(1_501 - 201);
      assertThat(searcher.count(first)).isLessThan(50);
    }
  }

  @Test
  void ofVeryFewAllAreFound() throws IOException {
    Query few = IntField.newRangeQuery("n", 1, 25);
    assertWhole(query(unit(MEANS[0], .6f), query -> query.filter(few)));
  }

  @Test
  void copiesAmongTheFewThatPassAreInTheOrderOfTheirField() throws IOException {
    Query few = IntField.newRangeQuery("n", 5_000, 6_000);
    HybridQuery query = query(COPIED, changed -> changed.filter(few));
    assertThat(same(query, 7)).isEqualTo(7); // Of 51 copies.
  }

  @Test
  void whereSomeHaveNoVectorTheOthersAreCounted() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeShortVectors(directory, 300);
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig().setCodec(new PhotoCodec()))) {
        Document bare = new Document();
        bare.add(new IntField("quarter", 1, Store.NO));
        writer.addDocument(bare);
        writer.forceMerge(1);
      }
      try (DirectoryReader some = DirectoryReader.open(directory)) {
        HybridQuery query =
            new HybridQuery.Builder()
                .vector("vector", shortVector(), 1)
                .filter(IntField.newExactQuery("quarter", 1))
                .build();
        FusedQuery first = query.first(new IndexSearcher(some), 10);
        assertThat(first).isNotNull();
        assertThat(first.total()).isEqualTo(75);
        assertThat(first.isWhole()).isFalse();
      }
    }
  }

  @Test
  void whereFewHaveVectorsTheseAreCounted() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      writeFewVectors(directory);
      try (DirectoryReader bare = DirectoryReader.open(directory)) {
        for (int last : new int[] {0, 2, 50}) { // Of those with a vector; 3,000 others pass.
          HybridQuery query =
              new HybridQuery.Builder()
                  .vector("vector", shortVector(), 1)
                  .filter(IntField.newRangeQuery("n", -3_000, last))
                  .build();
          FusedQuery first = query.first(new IndexSearcher(bare), 10);
          assertThat(first).isNotNull();
          assertThat(first.total()).isEqualTo(last);
        }
        FusedQuery all =
            new HybridQuery.Builder()
                .vector("vector", shortVector(), 1)
                .build()
                .first(new IndexSearcher(bare), 10);
        assertThat(all).isNotNull();
        assertThat(all.total()).isEqualTo(1_000 - 100); // These were deleted.
      }
    }
  }

  /** From 1 on they have a vector. */
  private static void writeFewVectors(Directory directory) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig().setCodec(new PhotoCodec()))) {
      for (int n = -3_000; n <= 1_000; n++) {
        Document document = new Document();
        document.add(new IntField("n", n, Store.NO));
        if (n > 0) {
          document.add(
              new KnnFloatVectorField(
                  "vector", shortVector(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.deleteDocuments(IntField.newRangeQuery("n", 901, 1_000));
    }
  }

  private static void assertWhole(HybridQuery query) throws IOException {
    FusedQuery first = query.first(searcher, 10);
    FusedQuery whole = query.run(searcher);
    assertThat(first).isNotNull();
    assertThat(first.isWhole()).isTrue();
    int hits = searcher.count(whole);
    assertThat(searcher.count(first)).isEqualTo(hits);
    assertThat(docs(query, first, hits)).isEqualTo(docs(query, whole, hits));
  }

  @Test
  void whatNeedsTheWholeWindowGetsIt() throws IOException {
    float[] vector = unit(MEANS[0], .6f);
    Query words = new TermQuery(new Term("half", "odd"));
    List<UnaryOperator<HybridQuery.Builder>> changes =
        List.of(
            query -> query.words("words", words, 1),
            query -> query.minScore(.01f),
            query -> query.cutoff(Cutoff.automatic()),
            query -> query.minSimilarity(0),
            query -> query.exactLimit(1_000),
            query -> query.window(10));
    for (UnaryOperator<HybridQuery.Builder> change : changes) {
      assertThat(query(vector, change).first(searcher, 10)).as(change.toString()).isNull();
    }
    FusedQuery first = query(vector, query -> query).first(searcher, 10);
    assertThat(first).isNotNull();
    assertThat(first.isWhole()).isFalse();
  }

  @Test
  void aQueryFarFromAllIsNotLeftToAShortWalk() throws IOException {
    int near = 0;
    int far = 0;
    for (int round = 0; round < 50; round++) {
      near += isWalked(unit(MEANS[round], .6f)) ? 1 : 0;
      far += isWalked(unit(null, 1)) ? 1 : 0;
    }
    assertThat(near).isGreaterThan(25);
    assertThat(far).isLessThan(10);
  }

  private static boolean isWalked(float[] vector) throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, null, "vector");
    return search(searcher, vector).near(leaves, 11, false) != null;
  }

  @Test
  void whereEstimatesSayLittleOfTheHitsMoreAreCompared() throws IOException {
    List<AcceptedLeaf> leaves = AcceptedLeaf.of(searcher, null, "vector");
    NearestSearch search = search(searcher, unit(MEANS[0], .6f));
    int[] nearest = search.by(NearestEffort.Way.COMPARE_ALL, leaves).docs();
    int compared = ShortWalk.of(2, DIMENSION, DOCUMENTS).compared();
    int[] hits = Arrays.copyOf(nearest, 2);
    assertThat(compared(search, leaves, nearest, 0, 10).first(2).docs()).isEqualTo(hits);
    Ranked ofMore = compared(search, leaves, nearest, 0, compared - 1);
    assertThat(ofMore.first(2).docs()).isEqualTo(hits);
    assertThat(ofMore.size()).isEqualTo(2 * compared);
    assertThat(compared(search, leaves, nearest, compared - 1, compared + 1)).isNull();
  }

  /** Where the two nearest of what a walk has met have some places by their estimates. */
  private static Ranked compared(
      NearestSearch search, List<AcceptedLeaf> leaves, int[] nearest, int first, int second)
      throws IOException {
    ShortWalk walk = ShortWalk.of(2, DIMENSION, DOCUMENTS);
    int other = 2;
    for (int place = 0; place < 1_000; place++) {
      int doc = place == first ? nearest[0] : place == second ? nearest[1] : nearest[other++];
      walk.met().add(doc, 1 - place * .0001f);
    }
    return search.compared(walk, leaves);
  }
}
