package io.lumiere.query;

import io.lumiere.query.alike.Diversity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/** All hits of a ranked query, up to a few windows, in a diverse order. */
final class DiverseHits implements OrderedHits {
  private final SortedHits sorted;
  private final List<FieldDoc> hits;
  private final Map<Integer, Integer> places = new HashMap<>();
  private int next;

  /**
   * The hits of a query.
   *
   * @param sort by relevance
   * @param vectorField whose vectors are compared
   */
  DiverseHits(
      IndexSearcher searcher, Query query, Sort sort, Diversity diversity, String vectorField)
      throws IOException {
    this.sorted = new SortedHits(searcher, query, sort, null);
    List<FieldDoc> byScore = sorted.next(Math.max(1, searcher.count(query)));
    List<float @Nullable []> vectors = new ArrayList<>();
    for (FieldDoc hit : byScore.subList(0, Math.min(byScore.size(), Diversity.DIVERSIFIED))) {
      vectors.add(StoredVectors.read(searcher, hit.doc, vectorField));
    }
    this.hits = diversity.order(byScore, vectors);
    for (int i = 0; i < hits.size(); i++) {
      places.put(hits.get(i).doc, i);
    }
  }

  /**
   * Continues after a hit.
   *
   * @param doc the hit's number in the index
   * @param rank its rank, counted from 1, used where it is no longer a hit
   */
  DiverseHits startAfter(int doc, int rank) {
    next = places.getOrDefault(doc, rank - 1) + 1;
    return this;
  }

  @Override
  public List<FieldDoc> next(int most) {
    int from = Math.min(next, hits.size());
    next = Math.min(from + most, hits.size());
    return hits.subList(from, next);
  }

  @Override
  public int[] sorted(Query among) throws IOException {
    return Arrays.stream(sorted.sorted(among))
        .boxed()
        .sorted(Comparator.comparing(places::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
