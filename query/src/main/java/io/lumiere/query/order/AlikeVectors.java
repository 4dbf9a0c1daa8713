package io.lumiere.query.order;

import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Says which of some photos' vectors are alike, exactly. Their first numbers are multiplied first:
 * the others can add no more than the product of their lengths, and where that is not enough, they
 * are not looked at. Most pairs of photos are not alike, so that spares most of the work. Not
 * thread-safe.
 */
final class AlikeVectors {
  /** How many numbers come first. */
  private static final int FIRST = 64;

  /** Sums of floats in another order differ by less. */
  private static final float ROUNDING = 1e-4f;

  private final float[] @Nullable [] vectors;
  private final float[] @Nullable [] firsts;
  private final float[] restLengths;
  private final float cosine;

  /**
   * The vectors of documents.
   *
   * @param field whose vectors are compared; a document that lacks it is like no other
   * @param cosine from which two are alike
   */
  AlikeVectors(IndexReader reader, int[] docs, String field, float cosine) throws IOException {
    this.vectors = new float[docs.length][];
    this.firsts = new float[docs.length][];
    this.restLengths = new float[docs.length];
    this.cosine = cosine;
    for (int i = 0; i < docs.length; i++) {
      float[] vector = PhotoVectors.read(reader, docs[i], field);
      if (vector != null) {
        float[] first = Arrays.copyOf(vector, Math.min(FIRST, vector.length));
        float rest = VectorUtil.dotProduct(vector, vector) - VectorUtil.dotProduct(first, first);
        vectors[i] = vector;
        firsts[i] = first;
        restLengths[i] = (float) Math.sqrt(Math.max(0, rest));
      }
    }
  }

  /** Whether the vectors of two documents are alike, by their places among all. */
  boolean areAlike(int i, int j) {
    float[] first = firsts[i];
    float[] other = firsts[j];
    return first != null
        && other != null
        && VectorUtil.dotProduct(first, other) + restLengths[i] * restLengths[j]
            >= cosine - ROUNDING
        && VectorUtil.dotProduct(vectors[i], vectors[j]) >= cosine;
  }
}
