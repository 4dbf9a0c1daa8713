package io.lumiere.query;

import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A photo that hits are to be like, or unlike, by {@link SearchTarget#feedback}. Immutable. */
public final class FeedbackPhoto {
  /** Its id or path in the index; null where it is a vector. */
  final @Nullable String photo;

  /** Never written to; null where it is a photo of the index. */
  final float @Nullable [] vector;

  /** Its weight among the photos that are liked too, or unliked too; above 0. */
  final double weight;

  /** Whether hits are to be like it. */
  final boolean isLiked;

  private FeedbackPhoto(
      @Nullable String photo, float @Nullable [] vector, double weight, boolean isLiked) {
    if (photo != null && photo.isBlank()) {
      throw new IllegalArgumentException("a photo to be like has no name: give its id or path");
    }
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
    this.isLiked = isLiked;
  }

  /** A photo that a search names; see {@link SearchRequestBuilder#query(ParsedQuery, Map, Map)}. */
  static FeedbackPhoto of(
      PhotoReference named, Map<String, String> paths, Map<String, float[]> pictures) {
    float[] picture = pictures.get(named.photo());
    return picture == null
        ? new FeedbackPhoto(
            paths.getOrDefault(named.photo(), named.photo()), null, 1, named.isLiked())
        : new FeedbackPhoto(null, picture.clone(), 1, named.isLiked());
  }

  /**
   * A photo of the index that hits are to be like.
   *
   * @param idOrPath its id or, failing that, its path
   * @param weight how much it counts among the photos that are liked; above 0, and at most {@value
   *     SearchRequest#MAX_WEIGHT}
   */
  public static FeedbackPhoto liked(String idOrPath, double weight) {
    return new FeedbackPhoto(idOrPath, null, weight, true);
  }

  /** As {@link #liked(String, double)}, any picture by its vector of unit length. */
  public static FeedbackPhoto liked(float[] unitVector, double weight) {
    return new FeedbackPhoto(null, unitVector.clone(), weight, true);
  }

  /**
   * A photo of the index that hits are to be unlike.
   *
   * @param idOrPath its id or, failing that, its path
   * @param weight how much it counts among the photos that are unliked; above 0, and at most
   *     {@value SearchRequest#MAX_WEIGHT}
   */
  public static FeedbackPhoto unliked(String idOrPath, double weight) {
    return new FeedbackPhoto(idOrPath, null, weight, false);
  }

  /** As {@link #unliked(String, double)}, any picture by its vector of unit length. */
  public static FeedbackPhoto unliked(float[] unitVector, double weight) {
    return new FeedbackPhoto(null, unitVector.clone(), weight, false);
  }
}
