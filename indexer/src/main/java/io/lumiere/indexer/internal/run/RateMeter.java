package io.lumiere.indexer.internal.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** Photos per second over the last moments. For one thread. */
final class RateMeter {
  private static final double WINDOW_SECONDS = 20;
  private static final double LEAST_SECONDS = 0.5;

  private record Sample(double seconds, long count) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /** Forgets what was measured. */
  void restart() {
    samples.clear();
  }

  /** The rate up to now; 0 while it is too early to know. */
  double update(double seconds, long count) {
    samples.addLast(new Sample(seconds, count));
    while (samples.size() > 2 && seconds - samples.getFirst().seconds() > WINDOW_SECONDS) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    double span = seconds - first.seconds();
    return span < LEAST_SECONDS ? 0 : (count - first.count()) / span;
  }
}
