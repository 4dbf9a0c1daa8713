package io.lumiere.query.hybrid;

import io.lumiere.query.hybrid.RandomIndex.Doc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What a hybrid query should give, computed in plain Java from all documents. */
final class Oracle {
  /** A leg: NaN where it does not find the document. */
  record PlainLeg(ToDoubleFunction<Doc> raw, double weight, ToDoubleFunction<Double> scale) {}

  record Scored(int n, double score) {}

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
}
