package io.lumiere.query;

import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Photo;
import java.util.List;

/**
 * One photo of a result.
 *
 * @param rank its place in the result, from 1, counted through all pages
 * @param score see {@link SearchRequest.Builder#minScore}; 0 where a request has only filters
 * @param photo what the index knows of it
 * @param legs what the vector and the words each say of it; empty where a request has only filters
 * @param doc its number in the index as it was searched
 */
public record Hit(int rank, float score, Photo photo, List<LegShare> legs, int doc) {
  public Hit {
    legs = List.copyOf(legs);
  }
}
