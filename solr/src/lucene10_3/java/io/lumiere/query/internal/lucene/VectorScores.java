package io.lumiere.query.internal.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/** Compares the vectors of a segment with one, as Lucene 10.3 can. Thread-safe. */
public final class VectorScores {
  private static final int BATCH = 64;

  private VectorScores() {}

  /** Takes documents and their scores. */
  @FunctionalInterface
  public interface Batch {
    /**
     * Some documents.
     *
     * @param docs by their number in the segment, in order
     * @param size how many there are
     */
    void add(int[] docs, float[] scores, int size);
  }

  /** Compares vectors one by one; null where there are none. */
  public static @Nullable VectorScorer of(FloatVectorValues values, float[] vector)
      throws IOException {
    return values.scorer(vector);
  }

  /** Does nothing: this Lucene reads a vector when it is compared. */
  @SuppressWarnings("unused")
  public static void prefetch(FloatVectorValues values, DocIdSetIterator docs) {}

  /** Compares those of some documents; documents without a vector are passed over. */
  public static void each(
      FloatVectorValues values, float[] vector, DocIdSetIterator docs, Batch batch)
      throws IOException {
    VectorScorer scorer = of(values, vector);
    if (scorer == null) {
      return;
    }
    DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(docs, scorer.iterator()));
    int[] found = new int[BATCH];
    float[] scores = new float[BATCH];
    int size = 0;
    for (int doc = both.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = both.nextDoc()) {
      found[size] = doc;
      scores[size++] = scorer.score();
      if (size == BATCH) {
        batch.add(found, scores, size);
        size = 0;
      }
    }
    batch.add(found, scores, size);
  }
}
