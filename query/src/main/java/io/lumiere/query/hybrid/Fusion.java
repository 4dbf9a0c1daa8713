package io.lumiere.query.hybrid;

/** How the scores of a {@link HybridQuery}'s legs become one. Immutable. */
public sealed interface Fusion {
  /** The constant of the paper that {@link ReciprocalRank} comes from. */
  int STANDARD_K = 60;

  /**
   * Reciprocal rank fusion: a leg gives {@code weight / (k + rank)} to its rank-th document. It
   * needs no agreement between the legs' scores. Scores are divided by the most that is attainable,
   * the first rank in every leg, so that they lie in 0..1.
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
    public double share(double weight, double totalWeight, int rank, double normalizedScore) {
      return weight / totalWeight * (k + 1) / (k + rank);
    }
  }

  /**
   * A weighted sum of normalised scores: a vector's score counts as its cosine, negative ones as 0;
   * a words leg's score is divided by the best of that leg. The sum is not divided by the weights,
   * so a photo that only the vector finds has its cosine as its score whatever else was searched
   * for.
   */
  record WeightedSum() implements Fusion {
    @Override
    public double share(double weight, double totalWeight, int rank, double normalizedScore) {
      return weight * normalizedScore;
    }
  }

  /**
   * What one leg adds to the score of a document that it found.
   *
   * @param weight the leg's weight
   * @param totalWeight sum of all legs' weights
   * @param rank the document's rank in the leg, from 1
   * @param normalizedScore the leg's score of the document, 0..1
   */
  double share(double weight, double totalWeight, int rank, double normalizedScore);

  /** Reciprocal rank fusion with the constant of the paper, {@value #STANDARD_K}. */
  static Fusion reciprocalRank() {
    return new ReciprocalRank(STANDARD_K);
  }

  /** The weighted sum of normalised scores. */
  static Fusion weightedSum() {
    return new WeightedSum();
  }
}
