package io.lumiere.query;

import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * How scores are computed from what a request searches for, and which hits are good enough.
 * Immutable and thread-safe: each method gives another value.
 *
 * @param legs rankings that the caller brings
 * @param fusion makes one score of all rankings'; see {@link #fusion(Fusion)}
 * @param window how many photos each ranking proposes; see {@link #window(int)}
 * @param minSimilarity see {@link #minSimilarity(float)}
 * @param minScore see {@link #minScore(float)}
 * @param cutoff where hits end; null for what suits the request
 */
public record Ranking(
    List<RequestLeg> legs,
    Fusion fusion,
    int window,
    float minSimilarity,
    float minScore,
    @Nullable Cutoff cutoff) {
  /** The ranking of a request that does not set one. */
  static final Ranking DEFAULT =
      new Ranking(List.of(), Fusion.probabilisticSum(), HybridQuery.DEFAULT_WINDOW, -1, 0, null);

  public Ranking {
    legs = List.copyOf(legs);
    // Negated, so that NaN fails too.
    if (!(minScore >= 0 && minScore <= 1)) {
      throw new IllegalArgumentException("min score is " + minScore + ", not in 0..1");
    }
    if (!(minSimilarity >= -1 && minSimilarity <= 1)) {
      throw new IllegalArgumentException("min similarity is " + minSimilarity + ", not in -1..1");
    }
    if (window < 1 || window > SearchRequest.MAX_WINDOW) {
      throw new IllegalArgumentException(
          "window is " + window + ", not in 1.." + SearchRequest.MAX_WINDOW);
    }
  }

  /**
   * Also ranks by any Lucene query on {@link io.lumiere.schema.Fields}: how new a photo is, how
   * near to a place, a join, neighbours in another vector field. It is fused with what the request
   * searches for otherwise, and ranks alone where there is nothing else. It never finds a photo
   * that a filter excludes. May be called many times.
   *
   * @param name what {@link Hit#legs} and explanations call it; each leg needs its own, and {@code
   *     vector} and {@code words} are reserved
   * @param weight above 0; with the default fusion the share of a photo that scores highest, so 1
   *     makes that one a certain match
   * @param scale maps the query's scores to 0..1; {@link Fusion#reciprocalRank} looks at ranks only
   * @throws IllegalArgumentException if the name is blank or taken, or the weight not above 0
   */
  public Ranking leg(String name, Query query, float weight, Scale scale) {
    if (legs.stream().anyMatch(leg -> leg.name().equals(name))) {
      throw new IllegalArgumentException(
          "there is a leg '" + name + "' already: give each its own name");
    }
    List<RequestLeg> more = new ArrayList<>(legs);
    more.add(new RequestLeg(name, query, weight, scale));
    return new Ranking(more, fusion, window, minSimilarity, minScore, cutoff);
  }

  /** Sets how vector and words become one score; the probabilistic sum where it is not called. */
  public Ranking fusion(Fusion newFusion) {
    return new Ranking(legs, newFusion, window, minSimilarity, minScore, cutoff);
  }

  /**
   * Sets how many photos the vector and the words each propose; keep it for all pages. It is
   * widened to hold a page of hits.
   */
  public Ranking window(int newWindow) {
    return new Ranking(legs, fusion, newWindow, minSimilarity, minScore, cutoff);
  }

  /**
   * Photos with a lower cosine, -1 to 1, are not found by what they show; their words may still
   * find them. What is a high cosine depends on the model.
   */
  public Ranking minSimilarity(float cosine) {
    return new Ranking(legs, fusion, window, cosine, minScore, cutoff);
  }

  /**
   * Leaves out hits with a lower score, 0 to 1. With the default fusion a score is the chance that
   * a photo matches, by what it shows or by its words: the vectors' cosine is read on the model's
   * {@link Calibration}; words count by the part of the text's words that a photo holds, with
   * {@value PhotoSearch#WORDS_WEIGHT} for all of them in its title. 0.5 is as likely as not. With
   * reciprocal rank fusion it only says how early a photo was ranked.
   */
  public Ranking minScore(float newMinScore) {
    return new Ranking(legs, fusion, window, minSimilarity, newMinScore, cutoff);
  }

  /**
   * Sets where hits end. Where it is not called, and no minimum score above 0 is set, a request
   * that searches for something is cut {@linkplain Cutoff#automatic automatically} if it is not
   * sorted by relevance, counts hits, groups them or is diverse: otherwise the newest photos would
   * come first, and all would be counted and grouped, whatever they show. Other requests are not
   * cut. {@link SearchResult#cutoff} reports what was done.
   */
  public Ranking cutoff(Cutoff newCutoff) {
    return new Ranking(legs, fusion, window, minSimilarity, minScore, newCutoff);
  }
}
