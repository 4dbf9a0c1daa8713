package io.lumiere.query.hybrid;

import org.jspecify.annotations.Nullable;

/**
 * Maps a leg's raw scores to 0..1, so that legs of different kinds can be added up. Every scale is
 * fixed before the search: it does not depend on which documents were found. Stretching a window's
 * scores from 0 to 1 (min-max) would give the worst of three good hits 0, leave a window of one hit
 * undefined, change a document's score with the filter, and make cutting off by score pointless.
 * Immutable.
 */
public sealed interface Scale {
  /** Takes cosines from 0 to 1 as they are. */
  Scale COSINE = new Linear(0, 1);

  /** Maps BM25 scores: 5, a common score of a distinctive word, becomes one half. */
  Scale BM25 = new Saturating(5);

  /** {@code raw} on this scale, 0 to 1, never falling as {@code raw} grows. */
  double apply(double raw);

  /**
   * A straight line from 0 at {@code low} to 1 at {@code high}, cut off at both ends.
   *
   * @param low raw score that counts as nothing
   * @param high raw score that counts as everything; greater than {@code low}
   */
  record Linear(double low, double high) implements Scale {
    public Linear {
      if (!(low < high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException("scale from " + low + " to " + high + " does not rise");
      }
    }

    @Override
    public double apply(double raw) {
      return Math.clamp((raw - low) / (high - low), 0, 1);
    }

    // Written out, as Java makes a record's own at run time, which every search would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Linear line
          && Double.compare(low, line.low) == 0
          && Double.compare(high, line.high) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * Double.hashCode(low) + Double.hashCode(high);
    }
  }

  /**
   * {@code raw / (raw + pivot)}, for scores without an upper end such as BM25's.
   *
   * @param pivot raw score that maps to one half; greater than 0
   */
  record Saturating(double pivot) implements Scale {
    public Saturating {
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        throw new IllegalArgumentException("pivot " + pivot + " is not above 0 and finite");
      }
    }

    @Override
    public double apply(double raw) {
      return raw <= 0 ? 0 : raw / (raw + pivot);
    }
  }

  /**
   * {@code 1 / (1 + exp(-(raw - midpoint) / width))}: turns a similarity into the chance of a match
   * (Platt, "Probabilistic outputs for support vector machines", 1999).
   *
   * @param midpoint raw score at which a match is as likely as not
   * @param width how far above the midpoint the chance reaches .73; greater than 0
   */
  record Logistic(double midpoint, double width) implements Scale {
    public Logistic {
      if (!(width > 0) || Double.isInfinite(width) || !Double.isFinite(midpoint)) {
        throw new IllegalArgumentException(
            "logistic scale with midpoint " + midpoint + " and width " + width);
      }
    }

    @Override
    public double apply(double raw) {
      return 1 / (1 + Math.exp(-(raw - midpoint) / width));
    }
  }
}
