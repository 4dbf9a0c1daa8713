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
    for (String label : shown(counts)) {
      int count = counts.getOrDefault(label, 0);
      given += count;
      values.add(value(prefix, label, count, paths));
    }
    return new FacetCounts(facet, values, counts.size(), all - given, missing);
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
    @Nullable FacetCounts narrower =
        path.size() < field.depth() ? within(path, below(path, paths)) : null;
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
