package io.lumiere.query.alike;

import java.io.IOException;
import org.apache.lucene.search.Query;

/** Sorts hits of one search as the search does. Not thread-safe. */
@FunctionalInterface
public interface HitSorter {
  /**
   * Some of the hits.
   *
   * @param among matches few documents, hits or not
   * @return those of them that are hits, by their numbers in the index, in the order of the hits
   */
  int[] sorted(Query among) throws IOException;
}
