package io.lumiere.query.hybrid;

import io.lumiere.query.hybrid.Oracle.PlainLeg;
import io.lumiere.query.hybrid.Oracle.Scored;
import io.lumiere.query.hybrid.RandomIndex.Doc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PointInSetQuery;
import org.apache.lucene.search.Query;

/** One random query, and the same in plain Java. */
final class Trial {
  final HybridQuery query;
  final List<Scored> expected;
  private final HybridQuery.Builder builder;

  Trial(Random random, RandomIndex index) {
    int window = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 500;
    Fusion fusion =
        List.of(Fusion.reciprocalRank(), Fusion.weightedSum(), Fusion.probabilisticSum())
            .get(random.nextInt(3));
    this.builder = new HybridQuery.Builder().window(window).fusion(fusion).ties("tie");
    List<PlainLeg> legs = new ArrayList<>();
    boolean withVector = random.nextInt(4) > 0;
    if (withVector) {
      addVector(random, builder, legs);
    }
    int words = (withVector ? 0 : 1) + random.nextInt(RandomIndex.WORDS);
    for (int word = 0; word < words; word++) {
      addWord(random, word, builder, legs);
    }
    Predicate<Doc> filter = addFilter(random, builder, index);
    this.expected = Oracle.search(index.live, filter, legs, fusion, window);
    this.query = builder.build();
  }

  /** The same query with a cut-off. */
  HybridQuery with(Cutoff cutoff) {
    return builder.cutoff(cutoff).build();
  }

  private static void addVector(Random random, HybridQuery.Builder builder, List<PlainLeg> legs) {
    float[] vector = RandomIndex.unit(random);
    float weight = 0.25f + random.nextInt(3) * 0.25f;
    Scale scale = new Scale.Logistic(0.25, 0.25);
    builder.vector("vector", vector, weight, scale);
    legs.add(
        new PlainLeg(
            doc -> doc.vector() == null ? Double.NaN : cosine(vector, doc.vector()),
            weight,
            raw -> 1 / (1 + Math.exp(1 - 4 * raw))));
  }

  private static void addWord(
      Random random, int word, HybridQuery.Builder builder, List<PlainLeg> legs) {
    float weight = 0.25f + random.nextInt(3) * 0.25f;
    Query scored = FeatureField.newLinearQuery("words", "word" + word, 1);
    builder.words("word" + word, scored, weight, new Scale.Saturating(2));
    legs.add(
        new PlainLeg(
            doc -> doc.words()[word] > 0 ? doc.words()[word] : Double.NaN,
            weight,
            raw -> raw / (raw + 2)));
  }

  private static Predicate<Doc> addFilter(
      Random random, HybridQuery.Builder builder, RandomIndex index) {
    int last = index.live.isEmpty() ? 0 : index.live.get(index.live.size() - 1).n();
    int from = random.nextInt(last + 1);
    int to = from + random.nextInt(last + 1);
    int[] some = random.ints(10, 0, last + 1).toArray();
    Query filter =
        List.of(
                MatchAllDocsQuery.INSTANCE,
                MatchNoDocsQuery.INSTANCE,
                IntField.newExactQuery("n", from),
                IntPoint.newSetQuery("n", some),
                IntField.newRangeQuery("n", from, to))
            .get(random.nextInt(5));
    if (!filter.equals(MatchAllDocsQuery.INSTANCE) || random.nextBoolean()) {
      builder.filter(filter);
    }
    Set<Integer> set = Arrays.stream(some).boxed().collect(Collectors.toSet());
    return doc ->
        filter instanceof MatchAllDocsQuery
            || (filter instanceof PointInSetQuery && set.contains(doc.n()))
            || (filter.equals(IntField.newExactQuery("n", from)) && doc.n() == from)
            || (filter.equals(IntField.newRangeQuery("n", from, to))
                && doc.n() >= from
                && doc.n() <= to);
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
