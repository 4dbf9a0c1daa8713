package io.lumiere.cluster.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a copy is: a snapshot. Immutable.
 *
 * @param done photos that the collection has
 * @param total photos of the directory
 * @param elapsed since it began
 */
public record PushProgress(long done, long total, Duration elapsed) {
  /** Receives how far a copy is, a few times a second, on the thread that reads. */
  @FunctionalInterface
  public interface Listener {
    /** A listener that does nothing. */
    Listener NONE = progress -> {};

    /** Called with each snapshot. */
    void progress(PushProgress progress);
  }

  /** Photos a second. */
  public double rate() {
    return done * 1000.0 / Math.max(1, elapsed.toMillis());
  }

  /** Estimate of the time left; null while there is none. */
  public @Nullable Duration remaining() {
    return done == 0
        ? null
        : Duration.ofMillis(Math.round((double) elapsed.toMillis() * (total - done) / done));
  }
}
