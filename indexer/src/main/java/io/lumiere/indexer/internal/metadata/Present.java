package io.lumiere.indexer.internal.metadata;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What is known of the time at which a run reads photos. No photo is taken after it.
 *
 * @param now the latest time that something shows to be past
 * @param doubtful whether the machine's clock is certainly wrong, so that it may be later than that
 */
public record Present(Instant now, boolean doubtful) {
  private static final Duration MARGIN = Duration.ofDays(1);

  /**
   * The last moment that is believed of a photo; where the clock is wrong, a file's own time says
   * more.
   *
   * @param modified the file's last-modified time
   */
  public LocalDateTime latest(Instant modified) {
    Instant latest = doubtful && modified.isAfter(now) ? modified : now;
    return LocalDateTime.ofInstant(latest.plus(MARGIN), ZoneOffset.UTC);
  }
}
