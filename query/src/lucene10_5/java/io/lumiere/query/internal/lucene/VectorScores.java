package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the vectors of a segment with one, by those that were indexed where a format quantizes
 * them. Thread-safe.
 */
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
    return values.rescorer(vector);
  }

  /**
   * Has vectors read all at once, where they are not in memory; one after the other they would each
   * wait for the disk.
   *
   * @param docs in order
   */
  public static void prefetch(FloatVectorValues values, DocIdSetIterator docs) throws IOException {
    VectorOrdinals.each(values, docs, BATCH, values::prefetch);
  }

  /** Compares those of some documents; documents without a vector are passed over. */
  public static void each(
      FloatVectorValues values, float[] vector, DocIdSetIterator docs, Batch batch)
      throws IOException {
    VectorScorer scorer = of(values, vector);
    if (scorer == null) {
      return;
    }
    VectorScorer.Bulk bulk = scorer.bulk(docs);
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    do {
      bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, buffer);
      batch.add(buffer.docs, buffer.features, buffer.size);
    } while (buffer.size > 0);
  }
}
