package io.lumiere.query.alike;

import io.lumiere.query.hybrid.Scale;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Maximal marginal relevance: each next hit is the one with the most {@code lambda * score - (1 -
 * lambda) * likeness}, where likeness is that to the most similar of the hits before it (Carbonell
 * and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing
 * summaries", SIGIR 1998). The first {@value #DIVERSIFIED} hits are put in this order, whatever a
 * page holds; those after them stay as they are. Thread-safe.
 */
public final class Diversity {
  /** How many of the best hits are reordered: about 45,000 pairs of photos are compared. */
  public static final int DIVERSIFIED = 300;

  private final double lambda;
  private final Scale likeness;

  /**
   * An order.
   *
   * @param lambda 1 keeps the order by score, 0 looks at likeness alone
   * @param likeness reads photos' cosines to each other as numbers from 0 to 1, like scores
   */
  public Diversity(double lambda, Scale likeness) {
    this.lambda = check(lambda);
    this.likeness = likeness;
  }

  /**
   * Gives {@code lambda} back.
   *
   * @throws IllegalArgumentException if it is not in 0..1
   */
  public static double check(double lambda) {
    // Negated, so that NaN fails too.
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException(
          "lambda of a diverse order is " + lambda + ", not in 0..1");
    }
    return lambda;
  }

  /**
   * The hits in diverse order; equal ones stay as they are.
   *
   * @param hits best first, scores 0 to 1; the first {@value #DIVERSIFIED} are reordered
   * @param vectors of unit length, in the order of the hits; null for a photo that has none, which
   *     is then like no other
   */
  public <D extends ScoreDoc> List<D> order(List<D> hits, List<float @Nullable []> vectors) {
    int size = Math.min(hits.size(), DIVERSIFIED);
    double[] likest = new double[size];
    boolean[] taken = new boolean[size];
    List<D> order = new ArrayList<>(hits.size());
    for (int place = 0; place < size; place++) {
      int next = best(hits, likest, taken);
      taken[next] = true;
      order.add(hits.get(next));
      compare(vectors, next, likest, taken);
    }
    order.addAll(hits.subList(size, hits.size()));
    return order;
  }

  private int best(List<? extends ScoreDoc> hits, double[] likest, boolean[] taken) {
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < taken.length; i++) {
      double worth = lambda * hits.get(i).score - (1 - lambda) * likest[i];
      if (!taken[i] && worth > most) {
        best = i;
        most = worth;
      }
    }
    return best;
  }

  private void compare(
      List<float @Nullable []> vectors, int next, double[] likest, boolean[] taken) {
    float[] picked = vectors.get(next);
    for (int i = 0; i < taken.length; i++) {
      float[] other = vectors.get(i);
      if (!taken[i] && picked != null && other != null) {
        likest[i] = Math.max(likest[i], likeness.apply(VectorUtil.dotProduct(picked, other)));
      }
    }
  }
}
