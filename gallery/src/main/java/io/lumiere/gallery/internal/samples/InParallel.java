package io.lumiere.gallery.internal.samples;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Works on all cores. Unlike a parallel stream it ends only when all its threads are done, also
 * where one of them fails, so that none still writes files then. Thread-safe.
 */
public final class InParallel {
  private InParallel() {}

  /**
   * What comes of each number from 0 on, in their order.
   *
   * @throws RuntimeException the first that {@code work} throws; what was not begun before it is
   *     left out
   */
  public static <T> List<T> map(int count, IntFunction<T> work) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    List<T> results =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(number -> attempt(number, work, failure))
            .flatMap(Optional::stream)
            .toList();
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    return results;
  }

  private static <T> Optional<T> attempt(
      int number, IntFunction<T> work, AtomicReference<@Nullable RuntimeException> failure) {
    if (failure.get() == null) {
      try {
        return Optional.of(work.apply(number));
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }
    return Optional.empty();
  }
}
