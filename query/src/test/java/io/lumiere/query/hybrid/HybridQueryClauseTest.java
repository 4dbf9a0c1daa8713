package io.lumiere.query.hybrid;

import io.lumiere.query.hybrid.Oracle.Scored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.queries.function.valuesource.MultiValuedIntFieldSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.util.LuceneTestCase;

/**
 * A hybrid query inside other queries, and others inside it, finds what a computation over all
 * documents finds: with and without threads and cache, sorted, paged and counted. A failure prints
 * a seed; {@code -Dtests.seed=SEED} repeats it.
 */
public class HybridQueryClauseTest extends LuceneTestCase {
  private static final QueryCachingPolicy CACHE_ALL =
      new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {}

        @Override
        public boolean shouldCache(Query query) {
          return true;
        }
      };

  private static final DoubleValuesSource NUMBER =
      new MultiValuedIntFieldSource("n", SortedNumericSelector.Type.MIN).asDoubleValuesSource();

  private Directory directory;
  private DirectoryReader reader;
  private RandomIndex index;
  private ExecutorService threads;
  private List<IndexSearcher> searchers;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    directory = newDirectory();
    do {
      index = new RandomIndex(random(), directory, 200);
    } while (index.live.stream().allMatch(doc -> doc.vector() == null));
    reader = DirectoryReader.open(directory);
    threads = Executors.newFixedThreadPool(3);
    IndexSearcher plain = new IndexSearcher(reader);
    plain.setQueryCache(null);
    IndexSearcher cached = new IndexSearcher(reader, threads);
    cached.setQueryCache(new LRUQueryCache(100, 1 << 20, leaf -> true, 1));
    cached.setQueryCachingPolicy(CACHE_ALL);
    searchers = List.of(plain, cached, newSearcher(reader, false));
  }

  @Override
  public void tearDown() throws Exception {
    reader.close();
    threads.shutdown();
    directory.close();
    super.tearDown();
  }

  private void assertFinds(Query query, Map<Integer, Double> expected) throws IOException {
    List<Scored> sorted = new ArrayList<>();
    expected.forEach((n, score) -> sorted.add(new Scored(n, score)));
    sorted.sort(
        Comparator.comparingDouble((Scored hit) -> -(float) hit.score())
            .thenComparingInt(Scored::n));
    for (IndexSearcher searcher : searchers) {
      Oracle.assertFinds(sorted, query, searcher);
      Oracle.assertFinds(sorted, query, searcher); // now from the cache
      assertEquals(
          sorted.size(),
          (int) searcher.search(query, new TotalHitCountCollectorManager(searcher.getSlices())));
      assertPagesByNumber(query, expected.keySet(), searcher);
    }
  }

  /** Sorted by a field, page by page, every hit comes once and in order. */
  private static void assertPagesByNumber(Query query, Set<Integer> expected, IndexSearcher in)
      throws IOException {
    Sort sort = new Sort(new SortedNumericSortField("n", SortField.Type.INT, true));
    List<Integer> seen = new ArrayList<>();
    FieldDoc last = null;
    int size = 1 + random().nextInt(40);
    for (TopDocs page = in.searchAfter(last, query, size, sort);
        page.scoreDocs.length > 0;
        page = in.searchAfter(last, query, size, sort)) {
      for (ScoreDoc hit : page.scoreDocs) {
        seen.add(Oracle.n(in, hit));
        last = (FieldDoc) hit;
      }
    }
    assertEquals(expected.stream().sorted(Comparator.reverseOrder()).toList(), seen);
  }

  private static Map<Integer, Double> scores(Trial trial) {
    Map<Integer, Double> scores = new TreeMap<>();
    trial.expected.forEach(hit -> scores.put(hit.n(), hit.score()));
    return scores;
  }

  private Map<Integer, Double> range(int from, int to) {
    Map<Integer, Double> scores = new TreeMap<>();
    index.live.stream()
        .filter(doc -> doc.n() >= from && doc.n() <= to)
        .forEach(doc -> scores.put(doc.n(), 1.0));
    return scores;
  }

  private static Query clauses(Query one, Occur as, Query other, Occur otherAs) {
    return new BooleanQuery.Builder().add(one, as).add(other, otherAs).build();
  }

  /** What is in both, with the sum of scores times these. */
  private static Map<Integer, Double> both(
      Map<Integer, Double> one, double times, Map<Integer, Double> other, double otherTimes) {
    Map<Integer, Double> sum = new TreeMap<>(one);
    sum.keySet().retainAll(other.keySet());
    sum.replaceAll((n, score) -> times * score + otherTimes * other.get(n));
    return sum;
  }

  private static Map<Integer, Double> either(Map<Integer, Double> one, Map<Integer, Double> other) {
    Map<Integer, Double> sum = new TreeMap<>(one);
    other.forEach((n, score) -> sum.merge(n, score, Double::sum));
    return sum;
  }

  public void testClausesOfABooleanQuery() throws IOException {
    for (int i = 0; i < 6; i++) {
      Trial trial = new Trial(random(), index);
      Query hybrid = trial.query;
      Map<Integer, Double> found = scores(trial);
      int from = random().nextInt(150);
      Query query = IntField.newRangeQuery("n", from, from + 70);
      Map<Integer, Double> range = range(from, from + 70);

      assertFinds(clauses(hybrid, Occur.MUST, query, Occur.FILTER), both(found, 1, range, 0));
      assertFinds(clauses(hybrid, Occur.MUST, query, Occur.MUST), both(found, 1, range, 1));
      assertFinds(clauses(hybrid, Occur.FILTER, query, Occur.MUST), both(found, 0, range, 1));
      assertFinds(clauses(hybrid, Occur.SHOULD, query, Occur.SHOULD), either(found, range));
      Map<Integer, Double> optional = either(range, found);
      optional.keySet().retainAll(range.keySet());
      assertFinds(clauses(hybrid, Occur.SHOULD, query, Occur.MUST), optional);
      Map<Integer, Double> without = new TreeMap<>(range);
      without.keySet().removeAll(found.keySet());
      assertFinds(clauses(query, Occur.MUST, hybrid, Occur.MUST_NOT), without);
      Map<Integer, Double> outside = new TreeMap<>(found);
      outside.keySet().removeAll(range.keySet());
      assertFinds(clauses(hybrid, Occur.MUST, query, Occur.MUST_NOT), outside);
    }
  }

  public void testTwoHybridQueriesInOne() throws IOException {
    for (int i = 0; i < 6; i++) {
      Trial one = new Trial(random(), index);
      Trial two = new Trial(random(), index);
      Map<Integer, Double> first = scores(one);
      Map<Integer, Double> second = scores(two);
      assertFinds(clauses(one.query, Occur.SHOULD, two.query, Occur.SHOULD), either(first, second));
      assertFinds(
          clauses(one.query, Occur.MUST, two.query, Occur.FILTER), both(first, 1, second, 0));
      Map<Integer, Double> best = either(first, second);
      best.replaceAll((n, sum) -> {
        double most = Math.max(first.getOrDefault(n, 0.0), second.getOrDefault(n, 0.0));
        return most + 0.25 * (sum - most);
      });
      assertFinds(new DisjunctionMaxQuery(List.of(one.query, two.query), 0.25f), best);
    }
  }

  public void testScoresMadeOfItsScores() throws IOException {
    for (int i = 0; i < 6; i++) {
      Trial trial = new Trial(random(), index);
      Map<Integer, Double> found = scores(trial);
      assertFinds(new ConstantScoreQuery(trial.query), both(found, 0, range(0, 200), 1));
      assertFinds(new BoostQuery(trial.query, 1.5f), both(found, 1.5, found, 0));
      assertFinds(
          new BoostQuery(new ConstantScoreQuery(new BoostQuery(trial.query, 3)), 0.5f),
          both(found, 0, range(0, 200), 0.5));
      Map<Integer, Double> timesNumber = new TreeMap<>(found);
      timesNumber.replaceAll((n, score) -> score * n / 100);
      assertFinds(
          FunctionScoreQuery.boostByValue(new BoostQuery(trial.query, 0.01f), NUMBER), timesNumber);
      Set<Integer> some = new HashSet<>(range(50, 99).keySet());
      Map<Integer, Double> boosted = new TreeMap<>(found);
      boosted.replaceAll((n, score) -> some.contains(n) ? 2 * score : score);
      assertFinds(
          FunctionScoreQuery.boostByQuery(trial.query, IntField.newRangeQuery("n", 50, 99), 2),
          boosted);
    }
  }

  public void testAHybridQueryAsFilterAndAsLegOfAnother() throws IOException {
    for (int i = 0; i < 6; i++) {
      Trial inner = new Trial(random(), index);
      Map<Integer, Double> found = scores(inner);
      Query number =
          FunctionScoreQuery.boostByValue(
              new ConstantScoreQuery(IntField.newRangeQuery("n", 20, 150)), NUMBER);
      Map<Integer, Double> numbers = range(20, 150);
      numbers.replaceAll((n, one) -> n / 200.0);
      HybridQuery.Builder sum = new HybridQuery.Builder().fusion(Fusion.weightedSum());
      Scale upTo200 = new Scale.Linear(0, 200);
      assertFinds(
          sum.words("number", number, 1, upTo200).filter(inner.query).build(),
          both(numbers, 1, found, 0));
      sum = new HybridQuery.Builder().fusion(Fusion.weightedSum());
      Map<Integer, Double> weighted = new TreeMap<>();
      found.forEach((n, score) -> weighted.put(n, 0.75 * Math.clamp(score, 0, 1)));
      numbers.forEach((n, part) -> weighted.merge(n, 0.25 * part, Double::sum));
      assertFinds(
          sum.words("number", number, 1, upTo200)
              .words("inner", inner.query, 3, new Scale.Linear(0, 1))
              .build(),
          weighted);
    }
  }
}
