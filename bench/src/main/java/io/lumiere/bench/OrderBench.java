package io.lumiere.bench;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.group.SectionBy;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What a page asks that scrolls through the whole archive: the order of all hits, the first time
 * and again, rows from anywhere in it, and its sections. Arguments: the folder of an index that
 * {@link SearchBench} made.
 */
public final class OrderBench {
  private static final int ROUNDS = 15;
  private static final int ROWS = 1_000;

  private OrderBench() {}

  /** Prints the first, the median and the longest time of each, and the median processor time. */
  public static void main(String[] args) {
    try (PhotoSearch search = PhotoSearch.open(Path.of(args[0]))) {
      run(search);
    }
  }

  /** Measures with an open index. */
  static void run(PhotoSearch search) {
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      String name = sort.name().toLowerCase(Locale.ROOT);
      time("order of all photos, by " + name, () -> order(search, all().sort(sort).seed(7)));
    }
    time("order of one year", () -> order(search, all().year(2010)));
    time("order of all, near duplicates stacked", () -> order(search, all().collapse()));
    try (ResultOrder order = search.order(all().build())) {
      Random random = new Random(1);
      int most = Math.max(1, order.total() - ROWS);
      time("1,000 rows from anywhere", () -> order.rows(random.nextInt(most), ROWS).count());
      for (SectionBy by : SectionBy.values()) {
        time("sections by " + by.name().toLowerCase(Locale.ROOT), () -> order.sections(by).size());
      }
      System.out.printf(
          Locale.ROOT, "%-40s %,d bytes for %,d hits%n", "memory", order.bytes(), order.total());
    }
  }

  private static SearchRequestBuilder all() {
    return SearchRequest.builder();
  }

  private static int order(PhotoSearch search, SearchRequestBuilder request) {
    try (ResultOrder order = search.order(request.build())) {
      return order.total();
    }
  }

  private static void time(String name, Supplier<Integer> work) {
    double[] wall = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      found = work.get();
      processor[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6;
      wall[i] = (System.nanoTime() - began) / 1e6;
    }
    double first = wall[0];
    Arrays.sort(wall);
    Arrays.sort(processor);
    System.out.printf(
        Locale.ROOT,
        "%-40s first %7.1f ms, median %7.1f, longest %7.1f; processor %7.1f ms; %,d%n",
        name,
        first,
        wall[ROUNDS / 2],
        wall[ROUNDS - 1],
        processor[ROUNDS / 2],
        found);
  }
}
