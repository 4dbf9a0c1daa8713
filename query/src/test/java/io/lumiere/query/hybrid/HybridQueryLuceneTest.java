package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.search.CheckHits;
import org.apache.lucene.tests.search.QueryUtils;
import org.apache.lucene.tests.util.LuceneTestCase;

/** Hybrid queries keep what Lucene asks of a query, checked by Lucene's own test classes. */
public class HybridQueryLuceneTest extends LuceneTestCase {
  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    directory = newDirectory();
    RandomIndex index;
    do {
      index = new RandomIndex(random(), directory, 150);
    } while (index.live.stream().allMatch(doc -> doc.vector() == null));
    reader = DirectoryReader.open(directory);
    // With threads or without; with Lucene's checks around each scorer or without.
    searcher = newSearcher(reader, false);
  }

  @Override
  public void tearDown() throws Exception {
    reader.close();
    directory.close();
    super.tearDown();
  }

  private static HybridQuery.Builder vectorAndWords() {
    return new HybridQuery.Builder()
        .vector("vector", RandomIndex.unit(random()), 0.5f)
        .words("word0", word(0), 0.75f)
        .words("word1", word(1), 1);
  }

  private static HybridQuery.Builder wordsAlone() {
    return new HybridQuery.Builder().words("word0", word(0), 0.75f).words("word1", word(1), 1);
  }

  private static Query word(int word) {
    return FeatureField.newLinearQuery("words", "word" + word, 1);
  }

  private static Fusion anyFusion() {
    return switch (random().nextInt(3)) {
      case 0 -> Fusion.reciprocalRank();
      case 1 -> Fusion.weightedSum();
      default -> Fusion.probabilisticSum();
    };
  }

  public void testQueryUtils() {
    QueryUtils.check(random(), wordsAlone().fusion(anyFusion()).build(), searcher);
    QueryUtils.check(
        random(),
        wordsAlone().fusion(anyFusion()).filter(IntField.newRangeQuery("n", 20, 90)).build(),
        searcher);
  }

  public void testQueryUtilsWithVector() throws IOException {
    // QueryUtils runs the query on single segments, too, and all of them have the field here.
    try (Directory merged = newDirectory()) {
      try (var writer = new org.apache.lucene.tests.index.RandomIndexWriter(random(), merged)) {
        writer.addIndexes(directory);
        writer.forceMerge(1);
      }
      try (DirectoryReader one = DirectoryReader.open(merged)) {
        IndexSearcher onOne = newSearcher(one);
        QueryUtils.check(random(), vectorAndWords().fusion(anyFusion()).build(), onOne);
        QueryUtils.check(random(), new BoostQuery(vectorAndWords().build(), 2.5f), onOne);
      }
    }
  }

  public void testExplanationsAgreeWithScores() throws IOException {
    for (int i = 0; i < 5; i++) {
      Query query = vectorAndWords().fusion(anyFusion()).window(1 + random().nextInt(60)).build();
      CheckHits.checkExplanations(query, null, searcher, true);
      CheckHits.checkExplanations(new BoostQuery(query, 3), null, searcher, true);
    }
  }

  public void testExplanationNamesEachLeg() throws IOException {
    HybridQuery query = vectorAndWords().build();
    ScoreDoc best = searcher.search(query, 1).scoreDocs[0];
    String text = searcher.explain(query, best.doc).toString();
    assertTrue(text, text.contains("share of vector: ") && text.contains("share of word1: "));
    Explanation none =
        searcher.explain(
            vectorAndWords().filter(IntField.newExactQuery("n", -1)).build(), best.doc);
    assertFalse(none.toString(), none.isMatch());
  }

  public void testSharesAddUpToTheScore() throws IOException {
    FusedQuery found = vectorAndWords().fusion(anyFusion()).build().run(searcher);
    for (ScoreDoc hit : searcher.search(found, 500).scoreDocs) {
      double sum = found.shares(hit.doc).stream().mapToDouble(LegShare::share).sum();
      assertEquals(hit.score, sum, 1e-5);
    }
  }

  public void testWorksAsAClause() throws IOException {
    HybridQuery hybrid = vectorAndWords().window(40).build();
    Query range = IntField.newRangeQuery("n", 30, 110);
    int inRange = 0;
    for (ScoreDoc hit : searcher.search(hybrid, 500).scoreDocs) {
      inRange += n(hit) >= 30 && n(hit) <= 110 ? 1 : 0;
    }
    for (Occur occur : new Occur[] {Occur.MUST, Occur.FILTER}) {
      Query both = new BooleanQuery.Builder().add(hybrid, occur).add(range, Occur.FILTER).build();
      assertEquals(inRange, searcher.count(both));
      assertEquals(inRange, searcher.search(both, 500).scoreDocs.length);
    }
    int all = searcher.count(MatchAllDocsQuery.INSTANCE);
    Query without =
        new BooleanQuery.Builder()
            .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
            .add(hybrid, Occur.MUST_NOT)
            .build();
    assertEquals(all - searcher.count(hybrid), searcher.count(without));
    Query either = new DisjunctionMaxQuery(Set.of(hybrid, new ConstantScoreQuery(range)), 0);
    CheckHits.checkExplanations(either, null, searcher, true);
    CheckHits.checkTopScores(random(), hybrid, searcher);
  }

  public void testBoostMultipliesScores() throws IOException {
    HybridQuery query = vectorAndWords().build();
    TopDocs plain = searcher.search(query, 20);
    TopDocs boosted = searcher.search(new BoostQuery(query, 4), 20);
    for (int i = 0; i < plain.scoreDocs.length; i++) {
      assertEquals(plain.scoreDocs[i].doc, boosted.scoreDocs[i].doc);
      assertEquals(4 * plain.scoreDocs[i].score, boosted.scoreDocs[i].score, 1e-4);
    }
  }

  public void testPagingGivesEachHitOnceInOrder() throws IOException {
    HybridQuery query = vectorAndWords().fusion(anyFusion()).build();
    ScoreDoc[] all = searcher.search(query, 500).scoreDocs;
    Set<Integer> seen = new HashSet<>();
    ScoreDoc last = null;
    int size = 1 + random().nextInt(30);
    for (TopDocs page = searcher.searchAfter(null, query, size);
        page.scoreDocs.length > 0;
        page = searcher.searchAfter(last, query, size)) {
      for (ScoreDoc hit : page.scoreDocs) {
        assertEquals(all[seen.size()].doc, hit.doc);
        assertTrue(seen.add(hit.doc));
        last = hit;
      }
    }
    assertEquals(all.length, seen.size());
  }

  public void testSortedByAField() throws IOException {
    HybridQuery query = vectorAndWords().build();
    Sort sort = new Sort(new SortedNumericSortField("n", SortField.Type.INT, true));
    TopFieldDocs sorted = searcher.search(query, 500, sort);
    assertEquals(searcher.count(query), sorted.scoreDocs.length);
    for (int i = 1; i < sorted.scoreDocs.length; i++) {
      assertTrue(n(sorted.scoreDocs[i]) < n(sorted.scoreDocs[i - 1]));
    }
  }

  public void testARewrittenQueryIsBoundToItsReader() throws IOException {
    Query rewritten = searcher.rewrite(vectorAndWords().build());
    try (DirectoryReader other = DirectoryReader.open(directory)) {
      IndexSearcher onOther = newSearcher(other, false);
      expectThrows(IllegalStateException.class, () -> onOther.search(rewritten, 1));
    }
  }

  private int n(ScoreDoc hit) throws IOException {
    return searcher.storedFields().document(hit.doc).getField("n").numericValue().intValue();
  }
}
