package io.lumiere.query.hybrid;

import static org.junit.Assert.assertEquals;

import io.lumiere.query.hybrid.RandomIndex.Doc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;

/** What a hybrid query should give, computed in plain Java from all documents. */
final class Oracle {
  /** A leg: NaN where it does not find the document. */
  record PlainLeg(ToDoubleFunction<Doc> raw, double weight, ToDoubleFunction<Double> scale) {
    float score(Doc doc) {
      return (float) raw.applyAsDouble(doc);
    }
  }

  record Scored(int n, double score) {}

  private static final double TOLERANCE = 1e-5;

  private Oracle() {}

  static List<Scored> search(
      List<Doc> docs, Predicate<Doc> filter, List<PlainLeg> legs, Fusion fusion, int window) {
    Map<Doc, List<Double>> parts = new LinkedHashMap<>();
    double totalWeight = legs.stream().mapToDouble(PlainLeg::weight).sum();
    List<List<Doc>> rankings = legs.stream().map(leg -> ranked(docs, filter, leg)).toList();
    for (List<Doc> ranked : rankings) {
      ranked.stream().limit(window).forEach(doc -> parts.put(doc, new ArrayList<>()));
    }
    for (int i = 0; i < legs.size(); i++) {
      PlainLeg leg = legs.get(i);
      List<Doc> ranked = rankings.get(i);
      double least =
          ranked.isEmpty() ? 0 : leg.score(ranked.get(Math.min(window, ranked.size()) - 1));
      for (Doc doc : ranked) {
        // What ties with the last of the window counts where another leg's window holds it.
        if (parts.containsKey(doc) && leg.score(doc) >= least) {
          int rank = 1 + (int) ranked.stream().filter(d -> leg.score(d) > leg.score(doc)).count();
          double scaled = leg.scale().applyAsDouble(leg.raw().applyAsDouble(doc));
          parts.get(doc).add(part(fusion, leg.weight(), totalWeight, rank, scaled));
        }
      }
    }
    List<Scored> fused = new ArrayList<>();
    Map<Integer, Long> ties = new HashMap<>();
    parts.forEach((doc, given) -> {
      fused.add(new Scored(doc.n(), fuse(fusion, given)));
      ties.put(doc.n(), doc.tie());
    });
    fused.sort(
        Comparator.comparingDouble((Scored hit) -> -(float) hit.score())
            .thenComparing(hit -> ties.get(hit.n())));
    return fused;
  }

  /** All that a leg finds, the best first. */
  private static List<Doc> ranked(List<Doc> docs, Predicate<Doc> filter, PlainLeg leg) {
    return docs.stream()
        .filter(doc -> filter.test(doc) && !Double.isNaN(leg.raw().applyAsDouble(doc)))
        .sorted(
            Comparator.comparingDouble((Doc doc) -> -leg.score(doc)).thenComparingLong(Doc::tie))
        .toList();
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
    assertFinds(expected, query, Sort.RELEVANCE, searcher);
  }

  /** As {@link #assertFinds(List, Query, IndexSearcher)}, with equal scores in an order. */
  static void assertFinds(List<Scored> expected, Query query, Sort sort, IndexSearcher searcher)
      throws IOException {
    List<Scored> actual = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 1000, sort, true).scoreDocs) {
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
