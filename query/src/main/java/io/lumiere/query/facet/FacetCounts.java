package io.lumiere.query.facet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a search counted by one facet, exactly. Immutable.
 *
 * <p>Where a photo has at most one value, the counts of {@link #values}, {@link #other} and {@link
 * #missing} add up to all hits; keywords, kinds and models may add up to more.
 *
 * @param facet what they are counted by
 * @param values the commonest, as many as were asked for: commonest first, equally common ones in
 *     the order of their labels; years, months and ratings stand in their own order
 * @param distinct how many values the hits have altogether
 * @param other the sum of the counts of the values that are not among {@link #values}
 * @param missing how many hits have no value
 */
public record FacetCounts(
    Facet facet, List<FacetValue> values, int distinct, long other, int missing) {
  public FacetCounts {
    values = List.copyOf(values);
  }

  /**
   * Makes the counts of a facet from counts of paths; hits whose path ends early are missing at the
   * next level.
   *
   * @param wanted how many values of each level are wanted, and which
   */
  static FacetCounts of(
      Facet facet, FacetIndex index, FacetSearch wanted, Map<List<String>, Integer> paths) {
    Predicate<List<String>> sought =
        wanted.containing().isEmpty()
            ? value -> true
            : sought(paths.keySet(), fold(wanted.containing()))::contains;
    Predicate<List<String>> chosen =
        wanted.chosen().isEmpty()
            ? value -> false
            : chosen(paths.keySet(), value -> facet.narrow(value, index).text(), wanted.chosen())
                ::contains;
    return new Tree(facet, index, wanted, sought, chosen).within(List.of(), paths);
  }

  /** Values that have a text, and those above and below them: a country, and its towns. */
  private static Set<List<String>> sought(Set<List<String>> paths, String text) {
    Map<String, Boolean> known = new HashMap<>();
    Predicate<String> has =
        label -> known.computeIfAbsent(label, each -> fold(each).contains(text));
    return values(paths.stream().filter(path -> path.stream().anyMatch(has)));
  }

  /** Values that are chosen, and those above them. */
  private static Set<List<String>> chosen(
      Set<List<String>> paths, Function<List<String>, @Nullable String> texts, Set<String> chosen) {
    return values(
        values(paths.stream()).stream()
            .filter(value -> {
              String text = texts.apply(value);
              return text != null && chosen.contains(text);
            }));
  }

  /** The values of all levels on some paths, each as the path that ends with it. */
  private static Set<List<String>> values(Stream<List<String>> paths) {
    return paths
        .flatMap(
            path -> IntStream.rangeClosed(1, path.size()).mapToObj(end -> path.subList(0, end)))
        .collect(Collectors.toSet());
  }

  /** Without case and accents, as searches compare words. */
  private static String fold(String text) {
    return ICUFoldingFilter.NORMALIZER.normalize(text);
  }

  /** Makes the counts of each level. */
  private record Tree(
      Facet facet,
      FacetIndex index,
      FacetSearch wanted,
      Predicate<List<String>> sought,
      Predicate<List<String>> chosen) {
    FacetCounts within(List<String> prefix, Map<List<String>, Integer> paths) {
      int level = prefix.size();
      Map<String, Integer> counts = new HashMap<>();
      long all = 0;
      int missing = 0;
      for (Map.Entry<List<String>, Integer> path : paths.entrySet()) {
        if (path.getKey().size() == level) {
          missing += path.getValue();
        } else {
          counts.merge(path.getKey().get(level), path.getValue(), Integer::sum);
          all += path.getValue();
        }
      }
      List<FacetValue> values = new ArrayList<>();
      long given = 0;
      for (String label : shown(prefix, counts)) {
        int count = counts.getOrDefault(label, 0);
        given += count;
        values.add(value(prefix, label, count, paths));
      }
      return new FacetCounts(facet, values, counts.size(), all - given, missing);
    }

    private List<String> shown(List<String> prefix, Map<String, Integer> counts) {
      Comparator<String> own = facet.order();
      Comparator<String> natural = own == null ? Comparator.naturalOrder() : own;
      Comparator<Map.Entry<String, Integer>> commonestFirst =
          Map.Entry.<String, Integer>comparingByValue()
              .reversed()
              .thenComparing(Map.Entry::getKey, natural);
      List<Map.Entry<String, Integer>> found =
          counts.entrySet().stream()
              .filter(counted -> sought.test(path(prefix, counted.getKey())))
              .toList();
      List<Map.Entry<String, Integer>> best = first(found, wanted.limit(), commonestFirst);
      List<String> shown = new ArrayList<>(best.stream().map(Map.Entry::getKey).toList());
      Set<String> among = Set.copyOf(shown);
      found.stream()
          .filter(counted ->
              !among.contains(counted.getKey()) && chosen.test(path(prefix, counted.getKey())))
          .sorted(commonestFirst)
          .forEach(counted -> shown.add(counted.getKey()));
      return own == null ? shown : shown.stream().sorted(own).toList();
    }

    /** The first of some in an order, without sorting all of them. */
    private static <T> List<T> first(List<T> all, int most, Comparator<? super T> order) {
      PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
      for (T each : all) {
        first.add(each);
        if (first.size() > most) {
          first.remove();
        }
      }
      return first.stream().sorted(order).toList();
    }

    private static List<String> path(List<String> prefix, String label) {
      List<String> path = new ArrayList<>(prefix);
      path.add(label);
      return path;
    }

    private FacetValue value(
        List<String> prefix, String label, int count, Map<List<String>, Integer> paths) {
      List<String> path = path(prefix, label);
      DrillDown narrowing = facet.narrow(path, index);
      @Nullable FacetCounts narrower =
          path.size() < facet.depth() ? within(path, below(path, paths)) : null;
      return new FacetValue(label, count, narrowing.text(), narrowing.query(), narrower);
    }

    private static Map<List<String>, Integer> below(
        List<String> prefix, Map<List<String>, Integer> paths) {
      Map<List<String>, Integer> below = new HashMap<>();
      paths.forEach((path, count) -> {
        if (path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix)) {
          below.put(path, count);
        }
      });
      return below;
    }
  }
}
