package io.lumiere.images.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.images.CorruptImageException;
import io.lumiere.images.PassingImageException;
import io.lumiere.images.UnsupportedImageException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work that does not end by itself is left, and there is never much of that. */
class BoundedWorkTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final BoundedWork work = new BoundedWork();
  private final AtomicBoolean released = new AtomicBoolean();

  @AfterEach
  void releaseAll() throws InterruptedException {
    released.set(true);
    while (work.left() > 0) {
      Thread.sleep(50);
    }
  }

  private <T> T run(Supplier<T> body, Duration limit, BooleanSupplier stop) {
    return work.run(waiting -> body.get(), limit, stop);
  }

  /** As a native decoder does, it heeds no interrupt. */
  private int spin() {
    while (!released.get()) {
      Thread.onSpinWait();
    }
    return 1;
  }

  @Test
  void resultsAndExceptionsPassThrough() {
    assertThat(run(() -> 7, LONG, () -> false)).isEqualTo(7);
    CorruptImageException thrown = new CorruptImageException("torn");
    assertThatThrownBy(() ->
            run(
                () -> {
                  throw thrown;
                },
                LONG,
                () -> false))
        .isSameAs(thrown);
    assertThatThrownBy(() ->
            run(
                () -> {
                  throw new OutOfMemoryError("full");
                },
                LONG,
                () -> false))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void whatTakesTooLongIsLeft() {
    assertThatThrownBy(() -> run(this::spin, SHORT, () -> false))
        .isInstanceOf(UnsupportedImageException.class)
        .hasMessageContaining("not supported: it takes more than 0 seconds");
    assertThat(work.left()).isEqualTo(1);
  }

  /** Waiting takes no processor time: a busy machine never costs a photo. */
  @Test
  void timeIsThatOfTheProcessor() {
    int result =
        run(
            () -> {
              sleep(3 * SHORT.toMillis());
              return 3;
            },
            SHORT,
            () -> false);
    assertThat(result).isEqualTo(3);
  }

  @Test
  void waitingForOtherWorkDoesNotCount() {
    Duration limit = Duration.ofMillis(40); // Loading the classes of the work takes some of it.
    int result =
        work.run(
            waiting -> {
              Runnable end = waiting.begin();
              sleep(2 * BoundedWork.MOST_WAITING * limit.toMillis());
              end.run();
              return 3;
            },
            limit,
            () -> false);
    assertThat(result).isEqualTo(3);
  }

  /** It may be for what such work never gives back. */
  @Test
  void waitingEndsWhereWorkThatWasLeftDoesNot() {
    Duration limit = Duration.ofMillis(40); // Loading the classes of the work takes some of it.
    assertThatThrownBy(() -> run(this::spin, limit, () -> false))
        .isInstanceOf(UnsupportedImageException.class);
    assertThatThrownBy(() ->
            work.run(
                waiting -> {
                  waiting.begin();
                  return sleepUntilReleased();
                },
                limit,
                () -> false))
        .isInstanceOf(PassingImageException.class)
        .hasMessageContaining("hold the memory that it needs");
  }

  @Test
  void aStopIsHeededAtOnce() {
    long start = System.nanoTime();
    assertThatThrownBy(() -> run(this::spin, LONG, () -> System.nanoTime() - start > 200_000_000))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptIsHeededAndStays() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(this::spin, LONG, () -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workInJavaEndsWhenItIsLeft() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    long start = System.nanoTime();
    assertThatThrownBy(() ->
            run(
                () -> {
                  try {
                    while (true) {
                      Stop.check();
                    }
                  } finally {
                    ended.countDown();
                  }
                },
                LONG,
                () -> System.nanoTime() - start > 150_000_000))
        .isInstanceOf(CancellationException.class);
    ended.await();
  }

  @Test
  void newWorkWaitsWhileMuchIsLeft() {
    for (int i = 0; i < BoundedWork.MOST_LEFT; i++) {
      assertThatThrownBy(() -> run(this::spin, Duration.ofMillis(20), () -> false))
          .isInstanceOf(UnsupportedImageException.class);
    }
    long start = System.nanoTime();
    assertThatThrownBy(() -> run(() -> 1, LONG, () -> System.nanoTime() - start > 300_000_000))
        .isInstanceOf(CancellationException.class);
    released.set(true);
    assertThat(run(() -> 1, LONG, () -> false)).isEqualTo(1);
  }

  @Test
  void newWorkIsRefusedWhenWhatIsLeftNeverEnds() {
    for (int i = 0; i < BoundedWork.MOST_LEFT; i++) {
      assertThatThrownBy(() -> run(this::spin, Duration.ofMillis(20), () -> false))
          .isInstanceOf(UnsupportedImageException.class);
    }
    assertThatThrownBy(() -> run(() -> 1, Duration.ofMillis(20), () -> false))
        .isExactlyInstanceOf(LumiereException.class)
        .hasMessageContaining("4 photos that took too long");
  }

  private int sleepUntilReleased() {
    while (!released.get()) {
      sleep(20);
    }
    return 1;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
