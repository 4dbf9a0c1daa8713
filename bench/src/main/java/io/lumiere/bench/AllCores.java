package io.lumiere.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same work on a thread for each core: rates by the clock on the wall. */
final class AllCores {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(3);

  /** Prints how often the work was done in a second. */
  AllCores run(String name, Turns.Work work) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      long started = System.nanoTime();
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < cores; i++) {
        counts.add(
            threads.submit(() -> {
              int done = 0;
              for (; System.nanoTime() - started < NANOS; done++) {
                work.run();
              }
              return done;
            }));
      }
      int sum = 0;
      for (Future<Integer> count : counts) {
        sum += count.get();
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      System.out.printf(
          Locale.ROOT, "%-24s %8.1f a second on %d cores%n", name, sum / seconds, cores);
    }
    return this;
  }
}
