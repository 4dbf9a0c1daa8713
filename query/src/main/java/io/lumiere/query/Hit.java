package io.lumiere.query;

import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One photo of a result.
 *
 * @param rank its place in the result, from 1, counted through all pages
 * @param score 0 to 1; see {@link SearchRequestBuilder#minScore}; 1 where a request has only
 *     filters
 * @param similarity cosine between the photo and what was searched for, -1 to 1; null where the
 *     search has no vector
 * @param photo what the index knows of it
 * @param legs what the vector and the words each say of it; empty where a request has only filters
 * @param doc its number in the index as it was searched
 */
public record Hit(
    int rank, float score, @Nullable Float similarity, Photo photo, List<LegShare> legs, int doc) {
  public Hit {
    legs = List.copyOf(legs);
  }
}
