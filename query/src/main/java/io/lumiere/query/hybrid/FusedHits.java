package io.lumiere.query.hybrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents that the legs of a query found in one index, with their fused scores, in the order
 * of their numbers. Immutable.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Compared by identity; nobody outside the package sees the arrays.
record FusedHits(
    int[] docs,
    float[] scores,
    List<Leg> legs,
    LegRanking[] rankings,
    Fusion fusion,
    @Nullable CutoffReport cutoff,
    int[] scoreCounts) {

  /** A share of all words may fall this far below 1 through rounding. */
  private static final double WHOLE_TOLERANCE = 1e-6;

  /** What is found by legs, before any is cut off. */
  static FusedHits of(List<Leg> legs, List<LegHits> hits, List<LegWindow> windows, Blend blend) {
    int[] candidates = LegRanking.candidates(hits);
    LegRanking[] rankings = new LegRanking[legs.size()];
    Arrays.setAll(rankings, i -> LegRanking.of(hits.get(i), windows.get(i), candidates));
    FusedHits all =
        new FusedHits(
            candidates,
            new float[candidates.length],
            legs,
            rankings,
            blend.fusion(),
            null,
            new int[FusedQuery.SCORE_COUNTS]);
    all.scoreAll();
    all.countScores();
    return all.from(blend.minScore(), null);
  }

  /** Documents and rankings are in the same order, so one walk through each ranking will do. */
  private void scoreAll() {
    double[] sums = new double[docs.length];
    double totalWeight = totalWeight();
    for (int leg = 0; leg < rankings.length; leg++) {
      int[] found = rankings[leg].docs();
      int to = 0;
      for (int at = 0; at < found.length; at++) {
        while (docs[to] < found[at]) {
          to++;
        }
        sums[to] += part(leg, at, totalWeight);
      }
    }
    for (int i = 0; i < docs.length; i++) {
      scores[i] = (float) fusion.score(sums[i]);
    }
  }

  private void countScores() {
    for (float score : scores) {
      int bucket = (int) (score * scoreCounts.length);
      scoreCounts[Math.clamp(bucket, 0, scoreCounts.length - 1)]++;
    }
  }

  /** Without what is cut off. */
  FusedHits cut(CutoffReport report) {
    return from(report.least(), report);
  }

  /** The same, the first of those that a window of one leg holds. */
  FusedHits ofWindow(int window) {
    LegRanking[] first = new LegRanking[rankings.length];
    Arrays.setAll(first, i -> rankings[i].ofWindow(window));
    return new FusedHits(docs, scores, legs, first, fusion, cutoff, scoreCounts);
  }

  /** What a cut-off looks at. */
  FusedScores fusedScores() {
    return new FusedScores(
        descending(), anyHasAllWords(), fusion instanceof Fusion.ReciprocalRank, scoreCounts);
  }

  /** What the automatic cut-off did or would do. */
  CutoffReport likely() {
    return cutoff == null ? fusedScores().automatic() : cutoff;
  }

  private float[] descending() {
    float[] sorted = scores.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      float low = sorted[i];
      sorted[i] = sorted[sorted.length - 1 - i];
      sorted[sorted.length - 1 - i] = low;
    }
    return sorted;
  }

  /** Whether a document is at the very top of the scale of a leg of words. */
  private boolean anyHasAllWords() {
    for (int i = 0; i < rankings.length; i++) {
      Leg leg = legs.get(i);
      if (leg instanceof Leg.Words) {
        for (int at = 0; at < rankings[i].docs().length; at++) {
          if (leg.scale().apply(rankings[i].scores()[at]) > 1 - WHOLE_TOLERANCE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private FusedHits from(float least, @Nullable CutoffReport report) {
    int[] keptDocs = new int[docs.length];
    float[] keptScores = new float[docs.length];
    int kept = 0;
    for (int i = 0; i < docs.length; i++) {
      if (scores[i] >= least) {
        keptDocs[kept] = docs[i];
        keptScores[kept++] = scores[i];
      }
    }
    return new FusedHits(
        Arrays.copyOf(keptDocs, kept),
        Arrays.copyOf(keptScores, kept),
        legs,
        rankings,
        fusion,
        report,
        scoreCounts);
  }

  /** Why a document that is not among the hits is not. */
  String reasonAgainst(int doc, float minScore) {
    if (Arrays.stream(rankings).noneMatch(found -> Arrays.binarySearch(found.docs(), doc) >= 0)) {
      return "no leg's window holds it";
    }
    float score = score(doc);
    if (score < minScore || cutoff == null) {
      return "its score " + score + " is below the minimum score " + minScore;
    }
    return "its score " + score + " is below the cut: " + cutoff.sentence("documents");
  }

  /** Where {@code doc} or the next one after it stands. */
  int indexFrom(int doc) {
    int index = Arrays.binarySearch(docs, doc);
    return index < 0 ? -index - 1 : index;
  }

  /** What each leg says of a document, in the legs' order. */
  List<LegShare> shares(int doc) {
    double[] parts = parts(doc);
    double sum = sum(parts);
    double scorePerPart = sum == 0 ? 0 : fusion.score(sum) / sum;
    List<LegShare> shares = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String name = legs.get(i).name();
      LegRanking ranking = rankings[i];
      int at = Arrays.binarySearch(ranking.docs(), doc);
      int found = ranking.found();
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
    return (float) fusion.score(sum(parts(doc)));
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  private double[] parts(int doc) {
    double totalWeight = totalWeight();
    double[] parts = new double[rankings.length];
    for (int leg = 0; leg < parts.length; leg++) {
      int at = Arrays.binarySearch(rankings[leg].docs(), doc);
      parts[leg] = at < 0 ? 0 : part(leg, at, totalWeight);
    }
    return parts;
  }

  /** What a leg gives to the document that stands at some place of its ranking. */
  private double part(int leg, int at, double totalWeight) {
    LegRanking ranking = rankings[leg];
    double scaled = legs.get(leg).scale().apply(ranking.scores()[at]);
    return fusion.part(legs.get(leg).weight(), totalWeight, ranking.ranks()[at], scaled);
  }

  private double totalWeight() {
    double total = 0;
    for (Leg leg : legs) {
      total += leg.weight();
    }
    return total;
  }
}
