package io.lumiere.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Runs works in turn, round by round, so that a drift of the machine's speed meets all of them
 * alike, and prints what each took. The first round is not counted. Not thread-safe.
 */
final class Turns {
  /** A work that runs several times in a round is not begun again after this. */
  private static final long MOST_NANOS = 1_000_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Clock clock;
  private final Pattern wanted;
  private final LinkedHashMap<String, Timed> works = new LinkedHashMap<>();

  /** What is compared. */
  enum Clock {
    /** Time on the wall: for work on several threads. */
    WALL,
    /** Processor time of the calling thread, which other programs change little. */
    PROCESSOR
  }

  /** Work that is timed. */
  interface Work {
    void run() throws Exception;

    /** Milliseconds that it took elsewhere, in another process, or 0: it ran on this thread. */
    default double elsewhere() {
      return 0;
    }
  }

  /** Milliseconds. */
  private record Run(double wall, double processor) {}

  private record Timed(Work work, List<Run> runs) {}

  Turns(Clock clock) {
    this(clock, "");
  }

  /**
   * Measures nothing yet.
   *
   * @param wanted what names of works contain that are measured; the first always is
   */
  Turns(Clock clock, String wanted) {
    this.clock = clock;
    this.wanted = Pattern.compile(wanted);
  }

  Turns add(String name, Work work) {
    if (works.isEmpty() || wanted.matcher(name).find()) {
      works.put(name, new Timed(work, new ArrayList<>()));
    }
    return this;
  }

  /** Runs each once in a round. */
  Turns run(int rounds) throws Exception {
    return run(rounds, 1);
  }

  /** Runs each so many times in a round, fewer where that takes long. */
  Turns run(int rounds, int times) throws Exception {
    for (int round = -1; round < rounds; round++) {
      for (Timed timed : works.values()) {
        if (round == 0) {
          timed.runs().clear();
        }
        long began = System.nanoTime();
        for (int i = 0; i < times && (i < 2 || System.nanoTime() - began < MOST_NANOS); i++) {
          timed.runs().add(time(timed.work()));
        }
      }
    }
    return this;
  }

  private Run time(Work work) throws Exception {
    long processor = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    work.run();
    double millis = (threads.getCurrentThreadCpuTime() - processor) / 1e6;
    return new Run((System.nanoTime() - wall) / 1e6, millis + work.elsewhere());
  }

  /** Prints minimum, median and maximum of the milliseconds of each. */
  Turns printTimes() {
    String unit = clock == Clock.WALL ? "ms" : "ms of processor time";
    works.keySet().forEach(name -> printRange(name, times(name), unit));
    return this;
  }

  /** Prints minimum, median and maximum of what each did in a second, where a run is of so many. */
  Turns printRates(int items) {
    for (String name : works.keySet()) {
      double[] rates = Arrays.stream(times(name)).map(millis -> 1_000 * items / millis).toArray();
      Arrays.sort(rates);
      printRange(name, rates, "a second");
    }
    return this;
  }

  /** Prints how often a second a work does its operations, in GFLOP/s; nothing for 0 of them. */
  Turns printOperations(String name, double operations) {
    if (operations > 0) {
      System.out.printf(
          Locale.ROOT, "%s: %.0f GFLOP/s%n", name, operations / at(times(name), 0.5) / 1e6);
    }
    return this;
  }

  /** Prints the ratio of two works' times, round by round. */
  Turns printRatio(String of, String to) {
    double[] ratios = ratios(of, to);
    System.out.printf(
        Locale.ROOT,
        "time of %s / %s: %.3f (min %.3f, max %.3f)%n",
        of,
        to,
        at(ratios, 0.5),
        at(ratios, 0),
        at(ratios, 1));
    return this;
  }

  /** The median of the ratios of two works' times, round by round. */
  double ratio(String of, String to) {
    return at(ratios(of, to), 0.5);
  }

  /** The median of a work's milliseconds. */
  double median(String name) {
    return at(times(name), 0.5);
  }

  private double[] ratios(String of, String to) {
    List<Run> numerators = timed(of).runs();
    List<Run> denominators = timed(to).runs();
    double[] ratios = new double[numerators.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = millis(numerators.get(i)) / millis(denominators.get(i));
    }
    Arrays.sort(ratios);
    return ratios;
  }

  /** Prints a line for each: both clocks, and the processor time beside that of the first. */
  void printBesideFirst() {
    System.out.printf(
        Locale.ROOT,
        "%-40s %10s %10s %10s %14s%n",
        "milliseconds",
        "median",
        "p95",
        "processor",
        "of the first");
    double first = at(sorted(works.firstEntry().getKey(), Run::processor), 0.5);
    for (String name : works.keySet()) {
      double[] wall = sorted(name, Run::wall);
      double processor = at(sorted(name, Run::processor), 0.5);
      System.out.printf(
          Locale.ROOT,
          "%-40s %10.2f %10.2f %10.2f %13.2fx%n",
          name,
          at(wall, 0.5),
          at(wall, 0.95),
          processor,
          processor / first);
    }
  }

  private static void printRange(String name, double[] sorted, String unit) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %8.2f %8.2f %8.2f %s (min, median, max of %d)%n",
        name,
        at(sorted, 0),
        at(sorted, 0.5),
        at(sorted, 1),
        unit,
        sorted.length);
  }

  private double[] times(String name) {
    return sorted(name, this::millis);
  }

  private double millis(Run run) {
    return clock == Clock.WALL ? run.wall() : run.processor();
  }

  private double[] sorted(String name, ToDoubleFunction<Run> value) {
    return timed(name).runs().stream().mapToDouble(value).sorted().toArray();
  }

  private Timed timed(String name) {
    Timed timed = works.get(name);
    if (timed == null) {
      throw new IllegalArgumentException("nothing named '" + name + "' was measured");
    }
    return timed;
  }

  /** What such a part of the values is at most. */
  private static double at(double[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
