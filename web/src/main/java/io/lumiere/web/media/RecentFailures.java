package io.lumiere.web.media;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why something failed lately, so that it is not tried at each request. Thread-safe. */
final class RecentFailures<K> {
  private static final int MOST = 10_000;

  private final long nanos;
  private final Map<K, Failure> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Failure> eldest) {
          return size() > MOST;
        }
      };

  private record Failure(String reason, long at) {}

  /** Remembers each for so long. */
  RecentFailures(Duration time) {
    this.nanos = time.toNanos();
  }

  synchronized void add(K key, String reason) {
    failures.remove(key);
    failures.put(key, new Failure(reason, System.nanoTime()));
  }

  /** The reason; null where it may be tried. */
  synchronized @Nullable String find(K key) {
    Failure failure = failures.get(key);
    if (failure != null && System.nanoTime() - failure.at() > nanos) {
      failures.remove(key);
      return null;
    }
    return failure == null ? null : failure.reason();
  }
}
