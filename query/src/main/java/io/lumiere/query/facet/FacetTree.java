package io.lumiere.query.facet;

import io.lumiere.query.facet.FacetField.Narrowing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes counts of a facet out of counts of paths.
 *
 * @param limit how many values of each level are wanted
 */
record FacetTree(Facet facet, FacetField field, int limit) {
  /** The counts of whole paths; hits whose path ends early are missing at the next level. */
  FacetCounts of(Map<List<String>, Integer> paths) {
    return within(List.of(), paths);
  }

  private FacetCounts within(List<String> prefix, Map<List<String>, Integer> paths) {
    int level = prefix.size();
    Map<String, Map<List<String>, Integer>> parts = new HashMap<>();
    int missing = 0;
    for (Map.Entry<List<String>, Integer> path : paths.entrySet()) {
      if (path.getKey().size() == level) {
        missing += path.getValue();
      } else {
        parts
            .computeIfAbsent(path.getKey().get(level), label -> new HashMap<>())
            .put(path.getKey(), path.getValue());
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    parts.forEach((label, below) -> counts.put(label, sum(below)));
    List<String> shown = shown(counts);
    List<FacetValue> values = new ArrayList<>();
    long other = counts.values().stream().mapToLong(Integer::longValue).sum();
    for (String label : shown) {
      int count = counts.getOrDefault(label, 0);
      other -= count;
      values.add(value(prefix, label, count, parts.getOrDefault(label, Map.of())));
    }
    return new FacetCounts(facet, values, counts.size(), other, missing);
  }

  private List<String> shown(Map<String, Integer> counts) {
    Comparator<String> own = field.order();
    Comparator<String> natural = own == null ? Comparator.naturalOrder() : own;
    List<String> commonest =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry::getKey, natural))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    return own == null ? commonest : commonest.stream().sorted(own).toList();
  }

  private FacetValue value(
      List<String> prefix, String label, int count, Map<List<String>, Integer> paths) {
    List<String> path = new ArrayList<>(prefix);
    path.add(label);
    Narrowing narrowing = field.narrow(path);
    @Nullable FacetCounts narrower = path.size() < field.depth() ? within(path, paths) : null;
    return new FacetValue(label, count, narrowing.text(), narrowing.query(), narrower);
  }

  private static int sum(Map<List<String>, Integer> paths) {
    return paths.values().stream().mapToInt(Integer::intValue).sum();
  }
}
