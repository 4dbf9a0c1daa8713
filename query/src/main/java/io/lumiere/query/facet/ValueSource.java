package io.lumiere.query.facet;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/**
 * Where a photo's values to count come from. Thread-safe.
 *
 * @param <T> a value; needs an {@code equals}
 */
@FunctionalInterface
interface ValueSource<T> {
  /** What a segment's photos have. */
  Leaf<T> open(LeafReader reader) throws IOException;

  /**
   * The values of one segment; a value is a number, as long as it is only counted. Not thread-safe.
   */
  interface Leaf<T> {
    /**
     * Adds each value of a photo once, and something that stands for none where it has none.
     *
     * @param doc greater than in the call before
     */
    void count(int doc, LongCounts counts) throws IOException;

    /** What a number that was added means. */
    T value(long key) throws IOException;
  }
}
