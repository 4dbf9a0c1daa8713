package io.lumiere.query.eval;

import io.lumiere.base.LumiereException;
import io.lumiere.query.Hit;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.schema.Photo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How well captions find their photos. Any photo that has the caption counts as right; each pair of
 * a photo and a caption counts once, so a caption of three photos counts three times. Immutable.
 *
 * @param captions how many pairs
 * @param recallAt1 the part of captions with a right photo at rank 1, 0..1
 * @param recallAt5 the part with one in the first 5
 * @param recallAt10 the part with one in the first 10
 * @param meanReciprocalRank mean of 1 / rank of the first right photo, 0 where it is beyond rank
 *     {@value #DEPTH}
 */
public record Evaluation(
    int captions,
    double recallAt1,
    double recallAt5,
    double recallAt10,
    double meanReciprocalRank) {
  private static final int DEPTH = 1_000;

  /**
   * A photo and a caption of it.
   *
   * @param path relative to the archive's root
   * @param caption what a person would search for
   */
  public record Pair(String path, String caption) {}

  /**
   * Searches for every caption.
   *
   * @param request makes the search for a caption, so that a caller can leave words or vectors out
   * @throws LumiereException if there are no pairs, a photo is not in the index, or a part of the
   *     index did not answer: what was found without it measures nothing
   */
  public static Evaluation of(
      PhotoFinder search, List<Pair> pairs, Function<String, SearchRequestBuilder> request) {
    Map<String, Set<String>> right = rightPhotos(search, pairs);
    Map<String, Integer> rankOfCaption = new HashMap<>();
    right.forEach((caption, photos) ->
        rankOfCaption.put(caption, firstRank(found(search, request.apply(caption)), photos)));
    List<Integer> ranks = new ArrayList<>();
    pairs.forEach(pair -> ranks.add(rankOfCaption.getOrDefault(pair.caption(), 0)));
    return new Evaluation(
        ranks.size(), recall(ranks, 1), recall(ranks, 5), recall(ranks, 10), reciprocalRank(ranks));
  }

  private static List<Hit> found(PhotoFinder search, SearchRequestBuilder request) {
    SearchResult result = search.search(request.limit(DEPTH).build());
    String missing = result.missing();
    if (missing != null) {
      throw new LumiereException(missing);
    }
    return result.hits();
  }

  private static Map<String, Set<String>> rightPhotos(PhotoFinder search, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new LumiereException("there are no captions to search for");
    }
    Map<String, Set<String>> right = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      String id =
          search
              .find(pair.path())
              .map(Photo::id)
              .orElseThrow(() ->
                  new LumiereException(
                      "photo "
                          + pair.path()
                          + " of caption '"
                          + pair.caption()
                          + "' is not in the index"));
      right.computeIfAbsent(pair.caption(), caption -> new LinkedHashSet<>()).add(id);
    }
    return right;
  }

  /** Rank of the first right hit, from 1; 0 where there is none. */
  private static int firstRank(List<Hit> hits, Set<String> right) {
    for (Hit hit : hits) {
      if (right.contains(hit.photo().id())) {
        return hit.rank();
      }
    }
    return 0;
  }

  private static double recall(List<Integer> ranks, int depth) {
    return ranks.stream().filter(rank -> rank > 0 && rank <= depth).count() / (double) ranks.size();
  }

  private static double reciprocalRank(List<Integer> ranks) {
    return ranks.stream().mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank).average().orElse(0);
  }
}
