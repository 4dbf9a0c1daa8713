package io.lumiere.testing;

import java.util.Locale;

/**
 * What became of the damaged inputs of one target.
 *
 * @param target the target's name
 * @param taken how many the check took as good
 * @param refused how many it refused as it should
 * @param findings how many did harm
 */
public record FuzzReport(String target, long taken, long refused, long findings) {
  /** All of them. */
  public long executions() {
    return taken + refused + findings;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "fuzz %s: %,d executions (%,d taken, %,d refused), %,d findings",
        target,
        executions(),
        taken,
        refused,
        findings);
  }
}
