package io.lumiere.query;

import io.lumiere.query.group.Group;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Photo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One photo of a result. Immutable.
 *
 * @param rank its place in the result, from 1, counted through all pages
 * @param score 0 to 1; see {@link SearchRequestBuilder#minScore}; 1 where a request has only
 *     filters
 * @param similarity cosine between the photo and what was searched for, -1 to 1; null where the
 *     search has no vector
 * @param photo what the index knows of it
 * @param legs what the vector and the words each say of it; empty where a request has only filters
 * @param doc its number in the index as it was searched
 * @param highlights where what was sought stands in its words; empty unless {@link
 *     SearchRequestBuilder#highlight asked for}
 * @param group the group that it stands in; null where the request does not group
 * @param alike ids of near duplicates of it that are hidden, in the order of the result; empty
 *     where the request does not collapse them
 * @param belowCut whether it comes after the likely matches: {@link SearchResult#likely}; false
 *     unless {@linkplain SearchRequestBuilder#likely asked for}
 */
public record Hit(
    int rank,
    float score,
    @Nullable Float similarity,
    Photo photo,
    List<LegShare> legs,
    int doc,
    List<Highlight> highlights,
    @Nullable Group group,
    List<String> alike,
    boolean belowCut) {
  public Hit {
    legs = List.copyOf(legs);
    highlights = List.copyOf(highlights);
    alike = List.copyOf(alike);
  }

  /** A likely hit without highlights, in no group, of which nothing is hidden. */
  public Hit(
      int rank,
      float score,
      @Nullable Float similarity,
      Photo photo,
      List<LegShare> legs,
      int doc) {
    this(rank, score, similarity, photo, legs, doc, List.of(), null, List.of(), false);
  }

  /** The same hit with these highlights. */
  Hit withHighlights(List<Highlight> found) {
    return new Hit(rank, score, similarity, photo, legs, doc, found, group, alike, belowCut);
  }
}
