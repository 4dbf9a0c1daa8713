package io.lumiere.exchange;

import java.time.Duration;

/** Reports a few times a second how far a run is. For one thread. */
final class ExchangeTicker {
  private static final long INTERVAL_NANOS = 200_000_000;

  private final ExchangeProgress.Listener listener;
  private final long begin = System.nanoTime();
  private long last = begin;

  ExchangeTicker(ExchangeProgress.Listener listener) {
    this.listener = listener;
  }

  void tick(long records, double part) {
    if (System.nanoTime() - last >= INTERVAL_NANOS) {
      last(records, part);
    }
  }

  void last(long records, double part) {
    last = System.nanoTime();
    listener.progress(new ExchangeProgress(records, Math.clamp(part, 0, 1), elapsed()));
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
