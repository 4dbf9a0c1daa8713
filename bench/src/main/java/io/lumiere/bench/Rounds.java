package io.lumiere.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs alternatives in turn, round by round, so that a drift of the machine's speed meets all of them alike. */
final class Rounds {
  private final Map<String, Measured> alternatives = new LinkedHashMap<>();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  /** Work that is timed. */
  interface Measured {
    /** Does the work; how many items it was. */
    int run() throws Exception;
  }

  Rounds add(String name, Measured work) {
    alternatives.put(name, work);
    rates.put(name, new ArrayList<>());
    return this;
  }

  /** One round that is not counted, then {@code count} that are; prints minimum, median and maximum of items/s. */
  Rounds run(int count) throws Exception {
    for (int round = -1; round < count; round++) {
      for (var alternative : alternatives.entrySet()) {
        long started = System.nanoTime();
        int items = alternative.getValue().run();
        double rate = items / ((System.nanoTime() - started) / 1e9);
        if (round >= 0) {
          rates.get(alternative.getKey()).add(rate);
        }
      }
    }
    rates.forEach(
        (name, values) -> {
          double[] sorted = sorted(values);
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
    for (int i = 0; i < rates.get(of).size(); i++) {
      ratios.add(rates.get(of).get(i) / rates.get(to).get(i));
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

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
