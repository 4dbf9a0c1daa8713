package io.lumiere.query.hybrid;

import java.util.Arrays;

/**
 * How many dimensions the documents around a query seem to have: in n dimensions, there are 2 to
 * the n times as many within twice the distance. Around a text, ten times as many documents are
 * hardly farther away than the nearest ones: whatever a walk meets looks as good as what it looks
 * for. Immutable.
 */
final class Neighbourhood {
  /**
   * Up to which dimension a walk is relied on. Where photos are searched for by a photo, it is 10
   * to 32, by a text 47 to 94.
   */
  private static final double HIGHEST = 32;

  /**
   * The same by codes, by which near documents seem farther away: around photos it is 5 to 46,
   * around texts 55 to 126.
   */
  private static final double HIGHEST_BY_CODES = 50;

  private final float[] scores;
  private final double highest;

  private Neighbourhood(float[] scores, int known, double highest) {
    this.scores = Arrays.copyOf(scores, Math.min(known, scores.length));
    this.highest = highest;
  }

  /**
   * By the vectors of documents.
   *
   * @param scores the greatest first
   * @param known how many of them are of use
   */
  static Neighbourhood ofVectors(float[] scores, int known) {
    return new Neighbourhood(scores, known, HIGHEST);
  }

  /** The same by {@link ShortCodes}. */
  static Neighbourhood ofCodes(float[] scores, int known) {
    return new Neighbourhood(scores, known, HIGHEST_BY_CODES);
  }

  /** Whether a walk is relied on there, for so many hits. */
  boolean isLow(int hits) {
    return scores.length > hits && dimension(hits) <= highest;
  }

  /** Between the last of the hits and the last that is known. */
  double dimension(int hits) {
    double more = scores.length / (double) hits;
    double farther = Math.sqrt(farness(scores[scores.length - 1]) / farness(scores[hits - 1]));
    return Math.log(more) / Math.log(farther);
  }

  /** A quarter of the square of a distance; estimates, and rounded scores, may be above 1. */
  static double farness(float score) {
    return Math.max(0, 1.0 - score);
  }
}
