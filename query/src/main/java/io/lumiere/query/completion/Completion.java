package io.lumiere.query.completion;

import org.jspecify.annotations.Nullable;

/**
 * What may be written at a place in a search. Immutable.
 *
 * @param text what replaces the part of the search
 * @param from where the part begins, in code points
 * @param to where it has ended
 * @param kind what it is
 * @param label what to show
 * @param count about how many photos have it: those that were deleted a moment ago may be among
 *     them; null where it is not counted
 */
public record Completion(
    String text, int from, int to, Kind kind, String label, @Nullable Integer count) {
  /** What a completion is. */
  public enum Kind {
    /** The name of a field. */
    FIELD,
    /** A value of a field. */
    VALUE,
    /** A word that photos have. */
    WORD,
    /** The name of a photo's file. */
    PHOTO
  }
}
