package io.lumiere.images.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MEGABYTE = 1 << 20;
  private static final int THREADS = 8;
  private static final long ALL = 64 * MEGABYTE;
  private static final long SMALL = ALL / 4 / THREADS;

  private final MemoryBudget budget = new MemoryBudget(ALL, THREADS);

  @Test
  void onlyWaitsAreTold() throws Exception {
    AtomicInteger waits = new AtomicInteger();
    Supplier<Runnable> counted =
        () -> {
          waits.incrementAndGet();
          return () -> {};
        };
    assertThat(budget.take(SMALL, counted)).isZero();
    budget.release(budget.take(ALL, counted));
    assertThat(waits).hasValue(0);

    int all = budget.take(ALL);
    Thread second =
        Thread.ofPlatform()
            .start(() -> {
              try {
                budget.release(budget.take(2 * SMALL, counted));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (budget.waiting() == 0) {
      Thread.onSpinWait();
    }
    budget.release(all);
    second.join();
    assertThat(waits).hasValue(1);
  }

  @Test
  void whatIsTakenAtATimeFits() throws Exception {
    AtomicLong now = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(i);
        all.add(
            threads.submit(() -> {
              for (int n = 0; n < 2_000; n++) {
                long bytes = 1 + random.nextLong(3 * ALL / 4);
                int taken = budget.take(bytes);
                most.accumulateAndGet(now.addAndGet(bytes), Math::max);
                now.addAndGet(-bytes);
                budget.release(taken);
              }
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(most.get()).isBetween(ALL / 2, ALL);
  }

  @Test
  void aSmallPictureWaitsForNoneAndALargeOneForItsTurn() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      int huge = budget.take(100 * ALL);
      Future<Integer> large = threads.submit(() -> budget.take(ALL / 2));
      while (budget.waiting() < 1) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < THREADS; i++) {
        assertThat(budget.take(SMALL)).isZero();
      }
      assertThat(large.isDone()).isFalse();
      budget.release(huge);
      assertThat(large.get()).isPositive();
    }
  }
}
