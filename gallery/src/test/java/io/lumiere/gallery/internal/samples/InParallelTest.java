package io.lumiere.gallery.internal.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {
  @Test
  void whatComesOfItIsInOrder() {
    assertThat(InParallel.map(1_000, number -> number))
        .isEqualTo(IntStream.range(0, 1_000).boxed().toList());
    assertThat(InParallel.map(0, number -> number)).isEmpty();
  }

  @Test
  void itEndsAfterAllThreadsWhereOneFails() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger inWork = new AtomicInteger();
    try (ForkJoinPool two = new ForkJoinPool(2)) {
      assertThatThrownBy(() ->
              two.submit(() -> InParallel.map(2, number -> work(number, running, inWork))).get())
          .hasRootCauseMessage("1");
      assertThat(inWork).hasValue(0);
    }
  }

  /** The second fails while the first is at work. */
  private static int work(int number, CountDownLatch running, AtomicInteger inWork) {
    try {
      if (number == 1) {
        assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();
        throw new IllegalStateException("1");
      }
      inWork.incrementAndGet();
      running.countDown();
      Thread.sleep(300);
      inWork.decrementAndGet();
      return number;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
