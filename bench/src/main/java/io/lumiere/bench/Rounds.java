package io.lumiere.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs alternatives in turn, round by round, so that a drift of the machine's speed meets all of
 * them alike.
 */
final class Rounds {
  private final Map<String, Alternative> alternatives = new LinkedHashMap<>();

  private record Alternative(Measured work, List<Double> rates) {}

  /** Work that is timed. */
  interface Measured {
    /** Does the work; how many items it was. */
    int run() throws Exception;
  }

  Rounds add(String name, Measured work) {
    alternatives.put(name, new Alternative(work, new ArrayList<>()));
    return this;
  }

  /**
   * One round that is not counted, then {@code count} that are; prints minimum, median and maximum
   * of items/s.
   */
  Rounds run(int count) throws Exception {
    for (int round = -1; round < count; round++) {
      for (Alternative alternative : alternatives.values()) {
        long started = System.nanoTime();
        int items = alternative.work().run();
        double rate = items / ((System.nanoTime() - started) / 1e9);
        if (round >= 0) {
          alternative.rates().add(rate);
        }
      }
    }
    alternatives.forEach((name, alternative) -> {
      double[] sorted = sorted(alternative.rates());
      System.out.printf(
          Locale.ROOT,
          "%-28s %8.2f %8.2f %8.2f items/s (min, median, max of %d)%n",
          name,
          sorted[0],
          median(sorted),
          sorted[sorted.length - 1],
          sorted.length);
    });
    return this;
  }

  /** Prints the ratio of two alternatives' rates, round by round. */
  Rounds ratio(String of, String to) {
    List<Double> ratios = new ArrayList<>();
    List<Double> numerators = rates(of);
    List<Double> denominators = rates(to);
    for (int i = 0; i < numerators.size(); i++) {
      ratios.add(numerators.get(i) / denominators.get(i));
    }
    double[] sorted = sorted(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s / %s: %.3f (min %.3f, max %.3f)%n",
        of,
        to,
        median(sorted),
        sorted[0],
        sorted[sorted.length - 1]);
    return this;
  }

  private List<Double> rates(String name) {
    Alternative alternative = alternatives.get(name);
    if (alternative == null) {
      throw new IllegalArgumentException("nothing named '" + name + "' was measured");
    }
    return alternative.rates();
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
