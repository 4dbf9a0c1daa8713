package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.jspecify.annotations.Nullable;

/** One of the rankings that a {@link HybridQuery} fuses. */
sealed interface Leg {
  String name();

  float weight();

  /** The leg's best documents within the filter, best first, at most {@code window}. */
  ScoreDoc[] search(IndexSearcher searcher, @Nullable Query filter, int window) throws IOException;

  /**
   * A score of this leg on the scale 0..1.
   *
   * @param top the best score that the leg gave
   */
  double normalize(float score, float top);

  /** Whatever matches words; its scores are any positive numbers. */
  record Words(String name, Query query, float weight) implements Leg {
    public Words {
      checkWeight(name, weight);
    }

    @Override
    public ScoreDoc[] search(IndexSearcher searcher, @Nullable Query filter, int window)
        throws IOException {
      return searcher.search(within(query, filter), window).scoreDocs;
    }

    @Override
    public double normalize(float score, float top) {
      return top > 0 ? score / top : 1;
    }
  }

  /** Nearest neighbours of a unit vector by dot product. */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array.
  record Vector(String name, String field, float[] vector, float weight, int exactBelow)
      implements Leg {
    private static final float UNIT_TOLERANCE = 1e-4f;

    // ACORN-style filtered search lost recall here (.56 to .80); a threshold of 0 leaves it off.
    private static final KnnSearchStrategy PLAIN_HNSW = new KnnSearchStrategy.Hnsw(0);

    public Vector {
      checkWeight(name, weight);
      double squares = 0;
      for (float value : vector) {
        squares += (double) value * value;
      }
      // Negated, so that NaN fails too.
      if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) {
        throw new IllegalArgumentException(
            "vector for field " + field + " has length " + Math.sqrt(squares) + ", not 1");
      }
      vector = vector.clone();
    }

    @Override
    public ScoreDoc[] search(IndexSearcher searcher, @Nullable Query filter, int window)
        throws IOException {
      checkField(searcher.getIndexReader());
      Query query =
          searcher.getIndexReader().maxDoc() < exactBelow
              ? within(new ExactVectorQuery(field, vector), filter)
              : new KnnFloatVectorQuery(field, vector, window, filter, PLAIN_HNSW);
      return searcher.search(query, window).scoreDocs;
    }

    @Override
    public double normalize(float score, float top) {
      return Math.max(0, cosine(score));
    }

    /** Undoes Lucene's mapping of a dot product to a positive score. */
    static float cosine(float score) {
      return 2 * score - 1;
    }

    /** An unknown field would silently give no hits. */
    private void checkField(IndexReader reader) {
      if (reader.maxDoc() == 0) {
        return;
      }
      boolean found = false;
      for (LeafReaderContext leaf : reader.leaves()) {
        FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(field);
        if (info != null && info.hasVectorValues()) {
          found = true;
          checkType(info);
        }
      }
      if (!found) {
        throw new IllegalArgumentException(
            "no document has a vector in the field '"
                + field
                + "'; fields with vectors: "
                + vectorFields(reader));
      }
    }

    private void checkType(FieldInfo info) {
      if (info.getVectorEncoding() != VectorEncoding.FLOAT32) {
        throw new IllegalArgumentException(
            "vectors of field '" + field + "' are " + info.getVectorEncoding());
      }
      if (info.getVectorDimension() != vector.length) {
        throw new IllegalArgumentException(
            "vectors of field '"
                + field
                + "' have "
                + info.getVectorDimension()
                + " dimensions, the query's has "
                + vector.length);
      }
      VectorSimilarityFunction function = info.getVectorSimilarityFunction();
      if (function != VectorSimilarityFunction.DOT_PRODUCT
          && function != VectorSimilarityFunction.COSINE) {
        throw new IllegalArgumentException(
            "vectors of field '"
                + field
                + "' are compared by "
                + function
                + ", not DOT_PRODUCT or COSINE");
      }
    }

    private static String vectorFields(IndexReader reader) {
      StringBuilder names = new StringBuilder();
      for (FieldInfo info : FieldInfos.getMergedFieldInfos(reader)) {
        if (info.hasVectorValues()) {
          names.append(names.isEmpty() ? "" : ", ").append(info.name);
        }
      }
      return names.isEmpty() ? "none" : names.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Vector leg
          && name.equals(leg.name)
          && field.equals(leg.field)
          && Arrays.equals(vector, leg.vector)
          && weight == leg.weight
          && exactBelow == leg.exactBelow;
    }

    @Override
    public int hashCode() {
      return 31 * field.hashCode() + Arrays.hashCode(vector);
    }
  }

  private static void checkWeight(String name, float weight) {
    // Negated, so that NaN fails too.
    if (!(weight > 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight of leg '" + name + "' is " + weight + ", not above 0");
    }
  }

  private static Query within(Query query, @Nullable Query filter) {
    return filter == null
        ? query
        : new BooleanQuery.Builder()
            .add(query, BooleanClause.Occur.MUST)
            .add(filter, BooleanClause.Occur.FILTER)
            .build();
  }
}
