package io.lumiere.query.hybrid;

import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** Lucene 10.3 does not have the format that short codes of vectors are in, so there are none. */
final class ShortCodes {
  private ShortCodes() {}

  /** Always null: the segment has none. */
  static @Nullable ShortCodes of(LeafReader leaf, String field) {
    return null;
  }
}
