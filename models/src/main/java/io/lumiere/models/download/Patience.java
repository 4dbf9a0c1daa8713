package io.lumiere.models.download;

import java.time.Duration;

/**
 * How long a download puts up with trouble.
 *
 * @param attempts in a row that bring nothing new, after which it gives up; at least 1
 * @param firstPause after the first failure; it doubles with each further one
 * @param longestPause that it grows to, also where a server asks for more
 * @param stall after which a connection that brings nothing is given up
 */
record Patience(int attempts, Duration firstPause, Duration longestPause, Duration stall) {
  static final Patience DEFAULT =
      new Patience(6, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

  /** How long to wait after that many failures, where the server asks for {@code atLeast}. */
  Duration pause(int failures, Duration atLeast) {
    Duration grown = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wanted = grown.compareTo(atLeast) < 0 ? atLeast : grown;
    return wanted.compareTo(longestPause) > 0 ? longestPause : wanted;
  }
}
