package io.lumiere.query.hybrid;

/**
 * How the documents that the legs of a {@link HybridQuery} give become its hits. Immutable.
 *
 * @param fusion makes one score of the legs'
 * @param window how many documents each leg gives
 * @param minScore the fused score that a hit has at least
 * @param cutoff where hits end, beside the minimum score
 * @param ties what documents with equal scores are ordered by
 */
record Blend(Fusion fusion, int window, float minScore, Cutoff cutoff, Ties ties) {
  static final Blend DEFAULT =
      new Blend(
          Fusion.reciprocalRank(), HybridQuery.DEFAULT_WINDOW, 0, Cutoff.none(), new Ties(null));

  Blend {
    if (window < 1) {
      throw new IllegalArgumentException("window is " + window + ", not at least 1");
    }
    // Negated, so that NaN fails too.
    if (!(minScore >= 0)) {
      throw new IllegalArgumentException("min score is " + minScore + ", not 0 or more");
    }
  }

  Blend with(Fusion newFusion) {
    return new Blend(newFusion, window, minScore, cutoff, ties);
  }

  Blend with(Cutoff newCutoff) {
    return new Blend(fusion, window, minScore, newCutoff, ties);
  }

  Blend withWindow(int newWindow) {
    return new Blend(fusion, newWindow, minScore, cutoff, ties);
  }

  Blend withMinScore(float newMinScore) {
    return new Blend(fusion, window, newMinScore, cutoff, ties);
  }

  Blend with(Ties newTies) {
    return new Blend(fusion, window, minScore, cutoff, newTies);
  }

  /** Whether every document that a leg gives is a hit. */
  boolean keepsAll() {
    return minScore == 0 && cutoff instanceof Cutoff.None;
  }

  @Override
  public String toString() {
    return fusion
        + ", window "
        + window
        + (minScore > 0 ? ", min score " + minScore : "")
        + (cutoff instanceof Cutoff.None ? "" : ", cutoff " + cutoff);
  }
}
