package io.lumiere.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an export or import is: a snapshot. Immutable.
 *
 * @param records written or read so far
 * @param part of the whole, 0 to 1
 * @param elapsed since it began
 */
public record ExchangeProgress(long records, double part, Duration elapsed) {
  private static final double LEAST_PART = 0.001;

  /** Receives how far a run is, a few times a second, on the thread of the run. */
  @FunctionalInterface
  public interface Listener {
    /** A listener that does nothing. */
    Listener NONE = progress -> {};

    /** Called with each snapshot. */
    void progress(ExchangeProgress progress);
  }

  /** Estimate of the time left; null while there is none. */
  public @Nullable Duration remaining() {
    return part < LEAST_PART
        ? null
        : Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - part) / part));
  }
}
