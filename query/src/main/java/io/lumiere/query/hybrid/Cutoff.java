package io.lumiere.query.hybrid;

/**
 * Where the hits of a {@link HybridQuery} end. Everything looks a little like anything: a vector
 * finds as many documents as the window holds, and only their order by score shows that the later
 * ones do not match. Whoever sorts hits otherwise, or counts them, has to cut them off before.
 * Immutable.
 *
 * <p>It is applied to the fused scores that reach {@link HybridQuery.Builder#minScore}; {@link
 * FusedQuery#cutoff} says what it did.
 */
public sealed interface Cutoff {
  /** Keeps all. */
  record None() implements Cutoff {
    @Override
    public String toString() {
      return "none";
    }
  }

  /**
   * Cuts where scores fall most. With the best score {@code b}:
   *
   * <ol>
   *   <li>if {@code b} is below {@value #FLOOR}, nothing matches and nothing is kept, unless some
   *       document holds all that a leg of words looks for;
   *   <li>what has {@value #SURE} of {@code b} or more is as good as the best and is kept, so
   *       nothing is cut where all are equally good;
   *   <li>of the rest, what has less than {@value #POOR} of {@code b}, or less than {@value
   *       #FLOOR}, is dropped;
   *   <li>between the two, the cut is where the next score is the smallest part of the one before
   *       it; after the last document the lower bound counts as the next score.
   * </ol>
   *
   * <p>Where to end a ranked list is a question of its own (Arampatzis, Kamps and Robertson: Where
   * to stop reading a ranked list? SIGIR 2009). This rule is ours. Gaps are taken relatively, so
   * that one document apart from many that are all a little likely counts as much as a gap among
   * good ones, and only within bounds: in a list of thousands the largest gap of all is often the
   * one behind the very first.
   *
   * <p>It was chosen by the mean of precision and recall (F1) of what is kept: in searches for the
   * captions of 36 photos and of 48 painted scenes (of which 23 are left), then in searches for
   * single words of the two, then in drawn scores of 40 and of 2,000 documents, it has .48, .35,
   * .36, .30, .90, .77. Half of the best score as the bound gives .49, .32, .38, .30, .89, .72; the
   * largest relative gap alone .48, .32, .30, .26, .91, .74; Otsu's threshold (1979) .44, .28, .39,
   * .29, .91, .45; all documents .06, .05, .15, .13, .27, .03. Its bounds were fitted to these very
   * searches, so they flatter it a little.
   *
   * <p>Ranks have no gaps: where {@link Fusion.ReciprocalRank} makes the scores, all are kept.
   */
  record Automatic() implements Cutoff {
    /**
     * The score under which nothing is a match: less than one chance in twelve. With .02, searches
     * for twelve things that no photo shows kept photos in 12 and in 10 cases of the 36 photos and
     * the 48 scenes, with .08 in 5 and 5, which costs one right photo of 90 and one of 123 (the
     * latter of all 48 scenes), and nothing in the mean F1. More would cost more: .2 loses 7 and 8.
     */
    public static final float FLOOR = 0.08f;

    /** What part of the best score is as good as the best. */
    public static final float SURE = 0.75f;

    /** What part of the best score is not good at all. */
    public static final float POOR = 0.33f;

    /**
     * How many of the documents are kept.
     *
     * @param scores the greatest first
     * @param wholeWords whether a document holds all that a leg of words looks for
     */
    int keep(float[] scores, boolean wholeWords) {
      if (scores.length == 0 || (scores[0] < FLOOR && !wholeWords)) {
        return 0;
      }
      float sure = SURE * scores[0];
      float least = Math.min(sure, Math.max(POOR * scores[0], wholeWords ? 0 : FLOOR));
      int keep = 0;
      double widest = -1;
      for (int i = 0; i < scores.length && scores[i] >= least; i++) {
        float next = i + 1 < scores.length ? scores[i + 1] : least;
        double gap = (scores[i] - next) / (double) scores[i];
        if (next < sure && gap > widest) {
          widest = gap;
          keep = i + 1;
        }
      }
      return keep == 0 ? scores.length : keep;
    }

    @Override
    public String toString() {
      return "automatic";
    }
  }

  /** Keeps all. */
  static Cutoff none() {
    return new None();
  }

  /** Cuts where scores fall most. */
  static Cutoff automatic() {
    return new Automatic();
  }
}
