package io.lumiere.query.order;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;

/** Numbers that documents are sorted by, least first. Immutable. */
@FunctionalInterface
public interface DocKeys {
  /**
   * The number of each document.
   *
   * @param docs in the order of the index
   */
  long[] of(IndexReader reader, int[] docs) throws IOException;

  /** The same numbers, greatest first. */
  default DocKeys reversed() {
    return (reader, docs) -> {
      long[] keys = of(reader, docs);
      for (int i = 0; i < keys.length; i++) {
        keys[i] = ~keys[i];
      }
      return keys;
    };
  }
}
