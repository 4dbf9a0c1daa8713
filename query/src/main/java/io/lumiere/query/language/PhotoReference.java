package io.lumiere.query.language;

import org.jspecify.annotations.Nullable;

/**
 * A photo that a search names with {@code similar:}. The index may hold it, or it may be any file:
 * the caller finds out which. Immutable.
 *
 * @param photo its id or path, as it was written
 * @param isLiked whether photos are to be like it; false where they are to be unlike it
 * @param column where it is named, in code points from 0
 * @param length how many code points that is, field and all
 */
public record PhotoReference(String photo, boolean isLiked, int column, int length) {
  /** The same photo, liked if this one is unliked, and the other way round. */
  PhotoReference turned() {
    return new PhotoReference(photo, !isLiked, column, length);
  }

  /** A problem with this photo, such as that it does not exist. */
  public Problem problem(String message, @Nullable String suggestion) {
    return new Problem(column, length, message, suggestion);
  }
}
