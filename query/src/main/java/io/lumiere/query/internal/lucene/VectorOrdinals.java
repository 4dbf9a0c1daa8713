package io.lumiere.query.internal.lucene;

import java.io.IOException;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.search.DocIdSetIterator;

/** The ordinals by which a segment knows the vectors of documents. Thread-safe. */
public final class VectorOrdinals {
  private VectorOrdinals() {}

  /** Takes some ordinals. */
  @FunctionalInterface
  public interface Batch {
    /**
     * Some ordinals, in order.
     *
     * @param size how many there are
     */
    void add(int[] ordinals, int size) throws IOException;
  }

  /**
   * Gives those of some documents; documents without a vector are passed over.
   *
   * @param docs in order
   * @param most how many are given at once
   */
  public static void each(KnnVectorValues values, DocIdSetIterator docs, int most, Batch batch)
      throws IOException {
    KnnVectorValues.DocIndexIterator vectors = values.iterator();
    int[] ordinals = new int[most];
    int size = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (vectors.docID() < doc) {
        vectors.advance(doc);
      }
      if (vectors.docID() == doc) {
        ordinals[size++] = vectors.index();
      }
      if (size == most) {
        batch.add(ordinals, size);
        size = 0;
      }
    }
    batch.add(ordinals, size);
  }
}
