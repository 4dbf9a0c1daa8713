package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The documents that the legs of a query found in one index, with their fused scores, in the order
 * of their numbers. Immutable.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Compared by identity; nobody outside the package sees the arrays.
record FusedHits(int[] docs, float[] scores, List<Leg> legs, Ranking[] rankings, Fusion fusion) {

  /** One leg's documents by number, each with its rank and score. */
  record Ranking(int[] docs, int[] ranks, float[] scores) {
    static Ranking of(ScoreDoc[] hits) {
      Integer[] order = new Integer[hits.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(hits[a].doc, hits[b].doc));
      int[] docs = new int[hits.length];
      int[] ranks = new int[hits.length];
      float[] scores = new float[hits.length];
      for (int i = 0; i < order.length; i++) {
        docs[i] = hits[order[i]].doc;
        ranks[i] = order[i] + 1;
        scores[i] = hits[order[i]].score;
      }
      return new Ranking(docs, ranks, scores);
    }
  }

  static FusedHits search(
      IndexSearcher searcher,
      List<Leg> legs,
      @Nullable Query filter,
      Fusion fusion,
      int window,
      float minScore)
      throws IOException {
    Ranking[] rankings = new Ranking[legs.size()];
    for (int i = 0; i < rankings.length; i++) {
      rankings[i] = Ranking.of(legs.get(i).search(searcher, filter, window));
    }
    int[] candidates =
        Arrays.stream(rankings)
            .flatMapToInt(ranking -> Arrays.stream(ranking.docs()))
            .sorted()
            .distinct()
            .toArray();
    FusedHits all = new FusedHits(candidates, new float[candidates.length], legs, rankings, fusion);
    int kept = 0;
    for (int doc : candidates) {
      float score = all.score(doc);
      if (score >= minScore) {
        all.docs[kept] = doc;
        all.scores[kept++] = score;
      }
    }
    return new FusedHits(
        Arrays.copyOf(all.docs, kept), Arrays.copyOf(all.scores, kept), legs, rankings, fusion);
  }

  /** Where {@code doc} or the next one after it stands. */
  int indexFrom(int doc) {
    int index = Arrays.binarySearch(docs, doc);
    return index < 0 ? -index - 1 : index;
  }

  /** What each leg says of a document, in the legs' order. */
  List<LegShare> shares(int doc) {
    double[] parts = parts(doc);
    double sum = Arrays.stream(parts).sum();
    double scorePerPart = sum == 0 ? 0 : fusion.score(sum) / sum;
    List<LegShare> shares = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String name = legs.get(i).name();
      Ranking ranking = rankings[i];
      int at = Arrays.binarySearch(ranking.docs(), doc);
      int found = ranking.docs().length;
      shares.add(
          at < 0
              ? new LegShare(name, 0, found, 0, 0, 0)
              : new LegShare(
                  name,
                  ranking.ranks()[at],
                  found,
                  ranking.scores()[at],
                  (float) legs.get(i).scale().apply(ranking.scores()[at]),
                  (float) (parts[i] * scorePerPart)));
    }
    return shares;
  }

  private float score(int doc) {
    return (float) fusion.score(Arrays.stream(parts(doc)).sum());
  }

  private double[] parts(int doc) {
    double totalWeight = legs.stream().mapToDouble(Leg::weight).sum();
    double[] parts = new double[rankings.length];
    for (int i = 0; i < parts.length; i++) {
      Leg leg = legs.get(i);
      int at = Arrays.binarySearch(rankings[i].docs(), doc);
      if (at >= 0) {
        double scaled = leg.scale().apply(rankings[i].scores()[at]);
        parts[i] = fusion.part(leg.weight(), totalWeight, rankings[i].ranks()[at], scaled);
      }
    }
    return parts;
  }
}
