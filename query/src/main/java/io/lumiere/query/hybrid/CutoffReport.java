package io.lumiere.query.hybrid;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Cutoff} did to the documents that a query found. Immutable.
 *
 * @param outcome what was done
 * @param kept how many documents were kept
 * @param dropped how many were not; those below the query's minimum score are not counted
 * @param above the least score that was kept; null where nothing was
 * @param below the greatest score that was dropped; null where nothing was
 */
public record CutoffReport(
    Outcome outcome, int kept, int dropped, @Nullable Float above, @Nullable Float below) {

  /** What was done. */
  public enum Outcome {
    /** Cut at the gap between {@code above} and {@code below}. */
    CUT,
    /** All were kept, since none falls behind the others. */
    NO_GAP,
    /** None was kept, since even the best is no match. */
    NO_MATCH,
    /** All were kept, since scores are made of ranks, which only say what came first. */
    RANKS
  }

  /** The least score that a likely match has. */
  public float least() {
    return switch (outcome) {
      case CUT -> above == null ? 0 : above;
      case NO_MATCH -> Float.POSITIVE_INFINITY;
      case NO_GAP, RANKS -> 0;
    };
  }

  /**
   * A sentence of it, such as "cut at the gap between 0.62 and 0.31: 23 of 2,000 photos kept".
   *
   * @param documents what to call documents, such as "photos"
   */
  public String sentence(String documents) {
    int all = kept + dropped;
    return switch (outcome) {
      case CUT ->
          String.format(
              Locale.ROOT,
              "cut at the gap between %.2f and %.2f: %,d of %,d %s kept",
              above,
              below,
              kept,
              all,
              documents);
      case NO_GAP ->
          String.format(
              Locale.ROOT,
              "not cut, since there is no gap between the scores: %,d %s kept",
              kept,
              documents);
      case NO_MATCH ->
          String.format(
              Locale.ROOT,
              "none of %,d %s kept: the best score is %.2f, and below %.2f nothing is a match",
              all,
              documents,
              below,
              Cutoff.Automatic.FLOOR);
      case RANKS ->
          String.format(
              Locale.ROOT, "not cut, since ranks have no gaps: %,d %s kept", kept, documents);
    };
  }
}
