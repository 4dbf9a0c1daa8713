package io.lumiere.web.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is: photos, or bytes of a download. Immutable.
 *
 * @param total null while it is not known
 * @param perSecond lately; 0 where that is not known
 * @param remaining about how long it will take; null where that is not known
 */
record Measure(long done, @Nullable Long total, double perSecond, @Nullable Duration remaining) {
  static final Measure NONE = new Measure(0, null, 0, null);

  /** What is left to say once nothing moves. */
  Measure still() {
    return new Measure(done, total, 0, null);
  }
}
