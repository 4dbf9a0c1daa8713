package io.lumiere.query.facet;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/**
 * Where a photo's values to count come from. Equal ones are counted once, however many facets need
 * them. Thread-safe.
 *
 * @param <T> a value; needs an {@code equals}
 */
@FunctionalInterface
interface ValueSource<T> {
  /** How many photos are counted at once. */
  int BLOCK = 1024;

  /** What a segment's photos have. */
  Leaf<T> open(LeafReader reader) throws IOException;

  /**
   * The values of one segment; a value is a number, as long as it is only counted. Not thread-safe.
   */
  interface Leaf<T> {
    /**
     * Adds each value of each photo once, and something that stands for none where it has none.
     *
     * @param docs the first {@code size} are counted, at most {@value ValueSource#BLOCK}: in order,
     *     and greater than those of the call before
     */
    void count(int[] docs, int size, LongCounts counts) throws IOException;

    /** What a number that was added means. */
    T value(long key) throws IOException;
  }
}
