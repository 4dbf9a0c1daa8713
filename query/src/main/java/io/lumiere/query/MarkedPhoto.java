package io.lumiere.query;

import org.jspecify.annotations.Nullable;

/** A photo that hits are to be like, or unlike. Immutable. */
final class MarkedPhoto {
  /** Its id or path in the index; null where it is a vector. */
  final @Nullable String photo;

  /** Never written to; null where it is a photo of the index. */
  final float @Nullable [] vector;

  /** How much it counts among the others that are marked alike, above 0. */
  final double weight;

  /** Whether hits are to be like it. */
  final boolean wanted;

  private MarkedPhoto(
      @Nullable String photo, float @Nullable [] vector, double weight, boolean wanted) {
    // Negated, so that NaN fails too.
    if (!(weight > 0 && weight <= SearchRequest.MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "weight of "
              + (photo == null ? "a picture" : "photo '" + photo + "'")
              + " is "
              + weight
              + ", not above 0 and at most "
              + SearchRequest.MAX_WEIGHT);
    }
    this.photo = photo;
    this.vector = vector;
    this.weight = weight;
    this.wanted = wanted;
  }

  static MarkedPhoto of(String photo, double weight, boolean wanted) {
    if (photo.isBlank()) {
      throw new IllegalArgumentException("a photo to be like has no name: give its id or path");
    }
    return new MarkedPhoto(photo, null, weight, wanted);
  }

  static MarkedPhoto of(float[] unitVector, double weight, boolean wanted) {
    return new MarkedPhoto(null, unitVector.clone(), weight, wanted);
  }
}
