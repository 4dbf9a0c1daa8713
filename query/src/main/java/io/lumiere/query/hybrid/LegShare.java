package io.lumiere.query.hybrid;

import java.util.ArrayList;
import java.util.List;

/**
 * What one leg of a {@link HybridQuery} says of one document. Immutable.
 *
 * @param leg the leg's name
 * @param rank the document's rank in the leg, from 1: one more than how many score higher; 0 where
 *     the leg did not find it
 * @param found how many documents the leg's window holds
 * @param score the leg's own score: the cosine for a vector, the query's score for words; 0 where
 *     the rank is 0
 * @param chance the score on the leg's {@link Scale}, 0 to 1; 0 where the rank is 0
 * @param share what the leg adds to the fused score; all legs' shares add up to it
 */
public record LegShare(String leg, int rank, int found, float score, float chance, float share) {
  /**
   * The shares of a document that legs may not have found, with the ranks that it would have in
   * windows without an end.
   *
   * @param reached its {@link FusedQuery#reached}
   * @param outside its {@link FusedQuery#scoresOutside}
   * @param better how many documents each leg scores better, in all directories
   */
  public static List<LegShare> placed(List<LegShare> reached, float[] outside, int[] better) {
    List<LegShare> placed = new ArrayList<>();
    for (int i = 0; i < reached.size(); i++) {
      LegShare share = reached.get(i);
      placed.add(Float.isNaN(outside[i]) ? share : share.at(1 + better[i]));
    }
    return placed;
  }

  private LegShare at(int place) {
    return new LegShare(leg, place, found, score, chance, share);
  }
}
