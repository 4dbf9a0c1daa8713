package io.lumiere.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same work on a thread for each core: rates by the clock on the wall. */
final class AllCores {
  private static final long NANOS = TimeUnit.SECONDS.toNanos(2);

  private AllCores() {}

  /** How often work is done in a second. */
  static double rate(Turns.Work work) throws Exception {
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
      return sum / ((System.nanoTime() - started) / 1e9);
    }
  }
}
