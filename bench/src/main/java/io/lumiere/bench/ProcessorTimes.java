package io.lumiere.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Runs alternatives in turn, round by round, and takes the processor time of the calling thread:
 * what else the machine does counts for less than with a clock on the wall.
 */
final class ProcessorTimes {
  private static final int WARM_UP = 2;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Map<String, double[]> times = new LinkedHashMap<>();

  /** Work that is timed. */
  interface Work {
    float[] run() throws Exception;
  }

  ProcessorTimes add(String name, Work work) {
    works.put(name, work);
    return this;
  }

  /** Prints minimum, median and maximum of the milliseconds of each. */
  ProcessorTimes run(int rounds) throws Exception {
    works.keySet().forEach(name -> times.put(name, new double[rounds]));
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<String, Work> work : works.entrySet()) {
        long started = threads.getCurrentThreadCpuTime();
        if (work.getValue().run().length == 0) {
          throw new IllegalStateException(work.getKey() + " gave nothing");
        }
        of(work.getKey())[Math.max(round, 0)] = (threads.getCurrentThreadCpuTime() - started) / 1e6;
      }
    }
    for (String name : works.keySet()) {
      double[] sorted = sorted(of(name));
      System.out.printf(
          Locale.ROOT,
          "%-24s %8.2f %8.2f %8.2f ms (min, median, max of %d)%n",
          name,
          sorted[0],
          sorted[rounds / 2],
          sorted[rounds - 1],
          rounds);
    }
    return this;
  }

  /** Prints the median of the ratios of two times, round by round. */
  ProcessorTimes ratio(String of, String to) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of(of).length; i++) {
      ratios.add(of(of)[i] / of(to)[i]);
    }
    double[] sorted = sorted(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    System.out.printf(
        Locale.ROOT,
        "time of %s / %s: %.3f (min %.3f, max %.3f)%n",
        of,
        to,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
    return this;
  }

  /** Prints the rate of work that takes this many operations; nothing where they are not known. */
  ProcessorTimes rate(String name, double operations) {
    if (operations > 0) {
      double median = sorted(of(name))[of(name).length / 2];
      System.out.printf(Locale.ROOT, "%s: %.0f GFLOP/s%n", name, operations / median / 1e6);
    }
    return this;
  }

  private double[] of(String name) {
    return Objects.requireNonNull(times.get(name), name);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
