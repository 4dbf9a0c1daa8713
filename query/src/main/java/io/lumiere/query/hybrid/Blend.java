package io.lumiere.query.hybrid;

/**
 * How the documents that the legs of a {@link HybridQuery} give become its hits. Immutable.
 *
 * @param fusion makes one score of the legs'
 * @param window how many documents each leg gives
 * @param minScore the fused score that a hit has at least
 * @param cutoff where hits end, beside the minimum score
 */
record Blend(Fusion fusion, int window, float minScore, Cutoff cutoff) {
  static final Blend DEFAULT =
      new Blend(Fusion.reciprocalRank(), HybridQuery.DEFAULT_WINDOW, 0, Cutoff.none());

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
    return new Blend(newFusion, window, minScore, cutoff);
  }

  Blend with(Cutoff newCutoff) {
    return new Blend(fusion, window, minScore, newCutoff);
  }

  Blend withWindow(int newWindow) {
    return new Blend(fusion, newWindow, minScore, cutoff);
  }

  Blend withMinScore(float newMinScore) {
    return new Blend(fusion, window, newMinScore, cutoff);
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
