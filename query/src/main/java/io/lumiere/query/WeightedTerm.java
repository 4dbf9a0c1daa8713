package io.lumiere.query;

import org.jspecify.annotations.Nullable;

/** A text or a vector that a request looks for together with others. Immutable. */
final class WeightedTerm {
  /** Null where it is a vector. */
  final @Nullable String text;

  /** Of unit length, never written to; null where it is a text. */
  final float @Nullable [] vector;

  /** How much of it is in the sum; below 0 the search moves away from it. */
  final double weight;

  private WeightedTerm(@Nullable String text, float @Nullable [] vector, double weight) {
    // Negated, so that NaN fails too.
    if (!(Math.abs(weight) <= SearchRequest.MAX_WEIGHT) || weight == 0) {
      throw new IllegalArgumentException(
          "weight of "
              + (text == null ? "a vector" : "'" + text + "'")
              + " is "
              + weight
              + ", not in -"
              + SearchRequest.MAX_WEIGHT
              + ".."
              + SearchRequest.MAX_WEIGHT
              + " without 0");
    }
    this.text = text;
    this.vector = vector;
    this.weight = weight;
  }

  /** A text that is not blank. */
  static WeightedTerm of(String text, double weight) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a text that is added is blank: leave it out");
    }
    return new WeightedTerm(text.strip(), null, weight);
  }

  static WeightedTerm of(float[] unitVector, double weight) {
    return new WeightedTerm(null, unitVector.clone(), weight);
  }

  boolean isPositive() {
    return weight > 0;
  }
}
