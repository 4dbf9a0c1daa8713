package io.lumiere.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a search that may be misspelt. Immutable.
 *
 * @param word folded
 * @param field that is to have it; null for any
 */
record SpeltWord(String word, @Nullable String field) {
  /** A value that {@link #of} reads. */
  List<@Nullable Object> value() {
    return Arrays.asList(word, field);
  }

  static SpeltWord of(@Nullable Object value) {
    ShardValues all = ShardValues.of(value);
    return new SpeltWord(all.text(0), all.textOrNull(1));
  }
}
