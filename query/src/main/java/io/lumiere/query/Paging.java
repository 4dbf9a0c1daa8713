package io.lumiere.query;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a request's hits a page shows. Immutable.
 *
 * @param order the order of the hits
 * @param limit how many hits, or groups of them, a page has; with 0 hits are only counted
 * @param after where the page before ended; null for the first page
 */
record Paging(HitOrder order, int limit, @Nullable PageToken after) {
  /** How many hits a page has where the request says nothing. */
  static final int DEFAULT_LIMIT = 20;

  /** A limit that a page may have. */
  static int checkLimit(int limit) {
    if (limit < 0 || limit > SearchRequest.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit is " + limit + ", not in 0.." + SearchRequest.MAX_LIMIT);
    }
    return limit;
  }
}
