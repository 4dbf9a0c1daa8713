package io.lumiere.query.hybrid;

import static org.junit.Assert.assertEquals;

import io.lumiere.query.hybrid.RandomIndex.Doc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** What a hybrid query should give, computed in plain Java from all documents. */
final class Oracle {
  /** A leg: NaN where it does not find the document. */
  record PlainLeg(ToDoubleFunction<Doc> raw, double weight, ToDoubleFunction<Double> scale) {}

  record Scored(int n, double score) {}

  private static final double TOLERANCE = 1e-5;

  private Oracle() {}

  static List<Scored> search(
      List<Doc> docs, Predicate<Doc> filter, List<PlainLeg> legs, Fusion fusion, int window) {
    Map<Doc, List<Double>> parts = new LinkedHashMap<>();
    double totalWeight = legs.stream().mapToDouble(PlainLeg::weight).sum();
    for (PlainLeg leg : legs) {
      List<Doc> ranked = new ArrayList<>(docs);
      ranked.removeIf(doc -> !filter.test(doc) || Double.isNaN(leg.raw().applyAsDouble(doc)));
      ranked.sort(
          Comparator.comparingDouble((Doc doc) -> -(float) leg.raw().applyAsDouble(doc))
              .thenComparingInt(Doc::n));
      for (int i = 0; i < Math.min(window, ranked.size()); i++) {
        double scaled = leg.scale().applyAsDouble(leg.raw().applyAsDouble(ranked.get(i)));
        parts
            .computeIfAbsent(ranked.get(i), doc -> new ArrayList<>())
            .add(part(fusion, leg.weight(), totalWeight, i + 1, scaled));
      }
    }
    List<Scored> fused = new ArrayList<>();
    parts.forEach((doc, given) -> fused.add(new Scored(doc.n(), fuse(fusion, given))));
    fused.sort(
        Comparator.comparingDouble((Scored hit) -> -(float) hit.score())
            .thenComparingInt(Scored::n));
    return fused;
  }

  private static double part(Fusion fusion, double weight, double total, int rank, double scaled) {
    return switch (fusion) {
      case Fusion.ReciprocalRank(int k) -> weight / (k + rank) / (total / (k + 1));
      case Fusion.WeightedSum() -> weight * scaled / total;
      case Fusion.ProbabilisticSum() -> Math.min(weight * scaled, weight);
    };
  }

  private static double fuse(Fusion fusion, List<Double> parts) {
    if (fusion instanceof Fusion.ProbabilisticSum) {
      return 1 - parts.stream().reduce(1.0, (product, part) -> product * (1 - part));
    }
    return parts.stream().mapToDouble(part -> part).sum();
  }

  /** Checks hits, scores and order, up to what rounding of floats may do. */
  static void assertFinds(List<Scored> expected, Query query, IndexSearcher searcher)
      throws IOException {
    List<Scored> actual = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 1000).scoreDocs) {
      actual.add(new Scored(n(searcher, hit), hit.score));
    }
    String message = query + "\n expected " + expected + "\n actual   " + actual;
    assertEquals(message, expected.size(), actual.size());
    assertEquals(message, expected.size(), searcher.count(query));
    for (int i = 0; i < actual.size(); i++) {
      assertEquals(message, expected.get(i).score(), actual.get(i).score(), TOLERANCE);
      assertSamePlace(message, expected, i, actual.get(i).n());
    }
  }

  /** The number of the document of a hit. */
  static int n(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    return searcher.storedFields().document(hit.doc).getField("n").numericValue().intValue();
  }

  /** Two that an ulp of a float parts may stand the other way round; nothing else may. */
  private static void assertSamePlace(String message, List<Scored> expected, int place, int n) {
    if (expected.get(place).n() != n) {
      double score =
          expected.stream().filter(hit -> hit.n() == n).findFirst().orElseThrow().score();
      assertEquals(message, expected.get(place).score(), score, TOLERANCE / 10);
    }
  }
}
