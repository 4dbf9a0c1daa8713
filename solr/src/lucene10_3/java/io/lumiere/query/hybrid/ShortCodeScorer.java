package io.lumiere.query.hybrid;

import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.jspecify.annotations.Nullable;

/** Where there are no {@link ShortCodes}, nothing is estimated by them: there is no such scorer. */
abstract class ShortCodeScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
  ShortCodeScorer(FloatVectorValues values) {
    super(values);
  }

  /** Always null: there are no codes. */
  static @Nullable ShortCodeScorer of(
      @Nullable ShortCodes codes, VectorSimilarityFunction similarity, float[] vector) {
    return null;
  }

  abstract FloatVectorValues values();

  abstract void wholes(int[] nodes, float[] estimates, int count);

  abstract void scan(BestDocs best, AcceptedLeaf leaf, int base);

  abstract void sample(BestDocs best, @Nullable Bits accepted);
}
