package io.lumiere.query.spelling;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that photos have, wherever the photos are. In all methods a word is folded, and the
 * field is the one that is to have it; null for any. Not thread-safe.
 */
public interface KnownWords {
  /** Whether some photo has a word, or another one of its stem. */
  boolean has(String word, @Nullable String field) throws IOException;

  /**
   * Words that differ by few letters, each with about how many photos have it: those that were
   * deleted a moment ago may be among them.
   *
   * @param edits by how many letters, 1 or 2; where it is 2, the first letters are equal
   */
  Map<String, Integer> near(String word, @Nullable String field, int edits) throws IOException;

  /**
   * Says that {@link #photos} may be asked for these words: to look for all at once may be faster.
   */
  default void expect(List<String> words, @Nullable String field) throws IOException {}

  /** How many photos have a word. */
  int photos(String word, @Nullable String field) throws IOException;
}
