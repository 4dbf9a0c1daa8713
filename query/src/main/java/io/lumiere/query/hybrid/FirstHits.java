package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The first hits of a {@link HybridQuery} without the rest of its window, which takes most of the
 * time. That is possible where a vector ranks alone and nothing is cut off: then a document's score
 * depends on no other, and it is known how many documents the window holds.
 */
final class FirstHits {
  /** How many after the hits are kept: nearly the same may score the same in the end. */
  static final int SOME = 20;

  private FirstHits() {}

  /**
   * The first hits and some of those after them; the whole window where only that tells them, or it
   * holds few more.
   *
   * @param hits how many, at least 1
   * @return null where more than a vector ranks, or something is cut off
   */
  static @Nullable FusedQuery of(HybridQuery query, IndexSearcher searcher, int hits)
      throws IOException {
    Blend blend = query.blend();
    if (query.legs().size() > 1
        || !(query.legs().getFirst() instanceof Leg.Vector leg)
        || !blend.keepsAll()
        || hits >= blend.window()
        || !leg.hasFirst(searcher.getIndexReader())) {
      return null;
    }
    // The filter is evaluated once for both.
    List<AcceptedLeaf> leaves = leg.accepted(searcher, query.filter());
    boolean isFiltered = query.filter() != null;
    Ranked nearest = leg.first(searcher, leaves, isFiltered, hits, blend.window());
    FusedQuery first =
        nearest == null ? null : fused(query, searcher, nearest, hits, AcceptedLeaf.total(leaves));
    return first == null ? whole(query, searcher, leg, leaves) : first;
  }

  private static FusedQuery whole(
      HybridQuery query, IndexSearcher searcher, Leg.Vector leg, List<AcceptedLeaf> leaves)
      throws IOException {
    Blend blend = query.blend();
    LegHits found = leg.search(searcher, leaves, blend.window(), blend.ties());
    return HybridRun.of(query, searcher, found).fused();
  }

  /**
   * Null where the last of the hits may score the same as documents that were not found, or there
   * are fewer.
   */
  private static @Nullable FusedQuery fused(
      HybridQuery query, IndexSearcher searcher, Ranked nearest, int hits, long passing) {
    Ranked first = nearest.first(enough(nearest.scores(), hits));
    LegWindow window = LegWindow.of(first);
    FusedHits found =
        FusedHits.of(
                query.legs(),
                List.of(new LegHits(first, new int[0])),
                List.of(window),
                query.blend())
            .ofWindow((int) Math.min(query.window(), passing));
    float[] scores = found.fusedScores().descending();
    if (scores.length < hits || scores[hits - 1] == scores[scores.length - 1]) {
      return null;
    }
    Object readerId = searcher.getIndexReader().getContext().id();
    return new FusedQuery(
        query, found, new FusedQuery.Scope(readerId, List.of(window), null, false));
  }

  /** Up to where all are that score the same as the last of the hits, and some more. */
  private static int enough(float[] scores, int hits) {
    int end = Math.min(hits, scores.length);
    while (end < scores.length && scores[end] == scores[hits - 1]) {
      end++;
    }
    return Math.min(end + SOME, scores.length);
  }
}
