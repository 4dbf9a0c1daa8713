package io.lumiere.query.hybrid;

/**
 * How the legs of a {@link HybridQuery} become one score, 0 to 1. Each leg that found a document
 * gives a part, the parts are added up, and the sum becomes the score. A leg that did not find it
 * gives nothing. Immutable.
 */
public sealed interface Fusion {
  /** The constant of the paper that {@link ReciprocalRank} comes from. */
  int STANDARD_K = 60;

  /**
   * What one leg gives to a document that it found.
   *
   * @param weight the leg's weight
   * @param totalWeight sum of all legs' weights
   * @param rank the document's rank in the leg, from 1
   * @param scaled the leg's score of the document on its {@link Scale}, 0..1
   */
  double part(double weight, double totalWeight, int rank, double scaled);

  /** The score that a sum of parts is; it grows with the sum. */
  default double score(double sum) {
    return sum;
  }

  /**
   * Reciprocal rank fusion: a leg gives {@code weight / (k + rank)} to its rank-th document. It
   * needs no agreement between the legs' scores, but says only who came first: the best of a
   * hundred bad hits scores as high as the best of a hundred good ones. Scores are divided by the
   * most that is attainable, the first rank in every leg, so that they lie in 0..1.
   *
   * @param k how little the first ranks differ, at least 1
   * @see <a href="https://doi.org/10.1145/1571941.1572114">Cormack, Clarke and Büttcher: Reciprocal
   *     rank fusion outperforms Condorcet and individual rank learning methods. SIGIR 2009</a>
   */
  record ReciprocalRank(int k) implements Fusion {
    public ReciprocalRank {
      if (k < 1) {
        throw new IllegalArgumentException(
            "k of reciprocal rank fusion is " + k + ", not at least 1");
      }
    }

    @Override
    public double part(double weight, double totalWeight, int rank, double scaled) {
      return weight / totalWeight * (k + 1) / (k + rank);
    }
  }

  /**
   * The sum of the legs' scaled scores, each times its weight's part of all weights: 1 only where
   * every leg is at the top of its scale.
   */
  record WeightedSum() implements Fusion {
    @Override
    public double part(double weight, double totalWeight, int rank, double scaled) {
      return weight / totalWeight * scaled;
    }
  }

  /**
   * The chance that at least one leg is right, where each leg's scaled score, times its weight, is
   * the chance that the leg is right and legs err independently: one minus the product of {@code 1
   * - weight * scaled}. One sure leg is enough for a high score, and a leg that finds nothing takes
   * nothing from the others, so one minimum score serves archives with words and without. Weights
   * above 1 count as 1.
   *
   * @see <a href="https://doi.org/10.1016/C2009-0-27609-4">Pearl: Probabilistic reasoning in
   *     intelligent systems, 1988, section 4.3.2 (the "noisy or")</a>
   */
  record ProbabilisticSum() implements Fusion {
    private static final double MOST = 1 - 1e-9;

    @Override
    public double part(double weight, double totalWeight, int rank, double scaled) {
      return -Math.log1p(-Math.min(Math.min(weight, 1) * scaled, MOST));
    }

    @Override
    public double score(double sum) {
      return -Math.expm1(-sum);
    }
  }

  /** Reciprocal rank fusion with the constant of the paper, {@value #STANDARD_K}. */
  static Fusion reciprocalRank() {
    return new ReciprocalRank(STANDARD_K);
  }

  /** The weighted sum of scaled scores. */
  static Fusion weightedSum() {
    return new WeightedSum();
  }

  /** The chance that at least one leg is right. */
  static Fusion probabilisticSum() {
    return new ProbabilisticSum();
  }
}
