package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/** One of the rankings that a {@link HybridQuery} fuses. */
sealed interface Leg {
  String name();

  float weight();

  /**
   * The leg's best documents within the filter, at most {@code window}, and what ties with the last
   * of them. Scores are the leg's own: cosines for a vector.
   */
  LegHits search(IndexSearcher searcher, @Nullable Query filter, int window, Ties ties)
      throws IOException;

  /**
   * An unknown field would silently give no hits.
   *
   * @throws IllegalArgumentException if the only directory that is searched has nothing to look at
   */
  default void checkAlone(IndexReader reader) {}

  /** Maps what {@link #search} scores to 0..1. */
  Scale scale();

  /**
   * Shows a visitor what the leg looks for.
   *
   * @param parent the query that the leg is of
   */
  void visit(QueryVisitor visitor, Query parent);

  /** The leg as {@link Query#toString(String)} has queries. */
  String toString(String field);

  /** The same leg with these bounds, if they concern it. */
  default Leg bounded(float minSimilarity, NearestEffort effort) {
    return this;
  }

  /** Whatever matches words; its scores are any positive numbers. */
  record Words(String name, Query query, float weight, Scale scale) implements Leg {
    public Words {
      checkWeight(name, weight);
    }

    @Override
    public LegHits search(IndexSearcher searcher, @Nullable Query filter, int window, Ties ties)
        throws IOException {
      // Once: what a walk through a graph by several threads finds may be others the next time.
      Query within = searcher.rewrite(within(query, filter));
      return LegHits.of(
          Ranked.of(searcher.search(within, LegHits.asked(window)).scoreDocs),
          window,
          ties,
          searcher.getIndexReader(),
          score -> searcher.search(within, new SameScores(score)));
    }

    @Override
    public void visit(QueryVisitor visitor, Query parent) {
      query.visit(visitor);
    }

    @Override
    public String toString(String defaultField) {
      return name + ":(" + query.toString(defaultField) + ")";
    }

    // Written out, as Java makes a record's own at run time, which every search would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Words leg
          && name.equals(leg.name)
          && query.equals(leg.query)
          && Float.compare(weight, leg.weight) == 0
          && scale.equals(leg.scale);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, query, weight, scale);
    }
  }

  /** Nearest neighbours of a unit vector by dot product. */
  @SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array.
  record Vector(
      String name,
      String field,
      float[] vector,
      float weight,
      Scale scale,
      float minSimilarity,
      NearestEffort effort)
      implements Leg {
    private static final float UNIT_TOLERANCE = 1e-4f;

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
    public LegHits search(IndexSearcher searcher, @Nullable Query filter, int window, Ties ties)
        throws IOException {
      if (!hasVectors(searcher.getIndexReader())) {
        return LegHits.NONE;
      }
      return search(searcher, accepted(searcher, filter), window, ties);
    }

    /** The same, of what passes a filter. */
    LegHits search(IndexSearcher searcher, List<AcceptedLeaf> leaves, int window, Ties ties)
        throws IOException {
      NearestSearch search = nearest(searcher, window);
      return LegHits.of(
          similar(search.within(leaves)),
          window,
          ties,
          searcher.getIndexReader(),
          cosine -> search.scoring(score -> cosine(score) == cosine));
    }

    /**
     * The first of them alone, and some after these; null where only all of them tell which they
     * are.
     */
    @Nullable Ranked first(
        IndexSearcher searcher, List<AcceptedLeaf> leaves, boolean isFiltered, int hits, int window)
        throws IOException {
      Ranked nearest = nearest(searcher, window).first(hits, leaves, isFiltered);
      return nearest == null ? null : similar(nearest);
    }

    /** Whether the first of them can be found alone. */
    boolean hasFirst(IndexReader reader) {
      return minSimilarity <= -1 && effort.estimates() && hasVectors(reader);
    }

    /** What passes a filter, in each segment. */
    List<AcceptedLeaf> accepted(IndexSearcher searcher, @Nullable Query filter) throws IOException {
      return AcceptedLeaf.of(searcher, filter, field);
    }

    private NearestSearch nearest(IndexSearcher searcher, int window) {
      return new NearestSearch(searcher, field, vector, LegHits.asked(window), effort);
    }

    /** With cosines in place of Lucene's scores, down to the least that is asked for. */
    private Ranked similar(Ranked nearest) {
      float[] cosines = new float[nearest.size()];
      int kept = 0;
      while (kept < cosines.length && cosine(nearest.scores()[kept]) >= minSimilarity) {
        cosines[kept] = cosine(nearest.scores()[kept]);
        kept++;
      }
      return new Ranked(Arrays.copyOf(nearest.docs(), kept), Arrays.copyOf(cosines, kept));
    }

    @Override
    public Leg bounded(float newMinSimilarity, NearestEffort newEffort) {
      return new Vector(name, field, vector, weight, scale, newMinSimilarity, newEffort);
    }

    /** Undoes Lucene's mapping of a dot product to a positive score. */
    private static float cosine(float score) {
      return 2 * score - 1;
    }

    @Override
    public void checkAlone(IndexReader reader) {
      if (reader.numDocs() > 0 && !hasVectors(reader)) {
        throw new IllegalArgumentException(
            "no document has a vector in the field '"
                + field
                + "'; fields with vectors: "
                + vectorFields(reader));
      }
    }

    private boolean hasVectors(IndexReader reader) {
      boolean found = false;
      for (LeafReaderContext leaf : reader.leaves()) {
        FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(field);
        if (info != null && info.hasVectorValues()) {
          found = true;
          checkType(info);
        }
      }
      return found;
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

    @Override
    public void visit(QueryVisitor visitor, Query parent) {
      if (visitor.acceptField(field)) {
        visitor.visitLeaf(parent);
      }
    }

    @Override
    public String toString(String defaultField) {
      return name + ":" + field + "[" + vector.length + "]";
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
          && scale.equals(leg.scale)
          && minSimilarity == leg.minSimilarity
          && effort.equals(leg.effort);
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

  /** Both at once; the filter does not score. */
  static Query within(Query query, @Nullable Query filter) {
    return filter == null
        ? query
        : new BooleanQuery.Builder()
            .add(query, BooleanClause.Occur.MUST)
            .add(filter, BooleanClause.Occur.FILTER)
            .build();
  }
}
