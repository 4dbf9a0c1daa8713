package io.lumiere.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Runs works in turn, round by round, so that a busy moment of the machine does not hit one alone,
 * and prints what each took beside the first. The ratio is of processor time, which other programs
 * change little. Not thread-safe.
 */
final class Latencies {
  private static final int ROUNDS = 3;

  /** A round runs a work so often, but not longer than this. */
  private static final int RUNS = 40;

  private static final long MOST_NANOS = 1_000_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Pattern wanted;
  private final List<Work> works = new ArrayList<>();

  private record Work(String name, Runnable run, List<Long> wall, List<Long> processor) {}

  /**
   * Measures nothing yet.
   *
   * @param wanted what names of works contain that are measured; the first always is
   */
  Latencies(String wanted) {
    this.wanted = Pattern.compile(wanted);
  }

  void add(String name, Runnable run) {
    if (works.isEmpty() || wanted.matcher(name).find()) {
      works.add(new Work(name, run, new ArrayList<>(), new ArrayList<>()));
    }
  }

  /** Runs all, one round of them without counting, and prints medians. */
  void run() {
    for (int round = -1; round < ROUNDS; round++) {
      for (Work work : works) {
        run(work);
        if (round < 0) {
          work.wall().clear();
          work.processor().clear();
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-40s %10s %10s %10s %14s%n",
        "milliseconds",
        "median",
        "p95",
        "processor",
        "of the first");
    double first = millis(works.getFirst().processor(), 0.5);
    for (Work work : works) {
      double processor = millis(work.processor(), 0.5);
      System.out.printf(
          Locale.ROOT,
          "%-40s %10.2f %10.2f %10.2f %13.2fx%n",
          work.name(),
          millis(work.wall(), 0.5),
          millis(work.wall(), 0.95),
          processor,
          processor / first);
    }
  }

  private void run(Work work) {
    long began = System.nanoTime();
    for (int i = 0; i < RUNS && (i < 2 || System.nanoTime() - began < MOST_NANOS); i++) {
      long wall = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      work.run().run();
      work.processor().add(threads.getCurrentThreadCpuTime() - processor);
      work.wall().add(System.nanoTime() - wall);
    }
  }

  /** What so many of the runs took at most. */
  private static double millis(List<Long> nanos, double part) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))] / 1e6;
  }
}
