package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches every document that has a vector and scores it by comparing all of them: exact, and for
 * some tens of thousands of documents as fast as a graph.
 */
final class ExactVectorQuery extends Query {
  private final String field;
  private final float[] vector;

  ExactVectorQuery(String field, float[] vector) {
    this.field = field;
    this.vector = vector;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ExactWeight(boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return "exact(" + field + "[" + vector.length + "])";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof ExactVectorQuery query
        && field.equals(query.field)
        && Arrays.equals(vector, query.vector);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + field.hashCode()) + Arrays.hashCode(vector);
  }

  private final class ExactWeight extends Weight {
    private final float boost;

    ExactWeight(float boost) {
      super(ExactVectorQuery.this);
      this.boost = boost;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      FloatVectorValues values = context.reader().getFloatVectorValues(field);
      VectorScorer scorer = values == null ? null : values.scorer(vector);
      if (values == null || scorer == null) {
        return null;
      }
      int cost = values.size();
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) {
          return new ExactScorer(scorer, boost);
        }

        @Override
        public long cost() {
          return cost;
        }
      };
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc) throws IOException {
      Scorer scorer = scorer(context);
      return scorer == null || scorer.iterator().advance(doc) != doc
          ? Explanation.noMatch("no vector in field " + field)
          : Explanation.match(scorer.score(), "similarity of the vector in field " + field);
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return true;
    }
  }

  private static final class ExactScorer extends Scorer {
    private final VectorScorer scorer;
    private final DocIdSetIterator iterator;
    private final float boost;

    ExactScorer(VectorScorer scorer, float boost) {
      this.scorer = scorer;
      this.iterator = scorer.iterator();
      this.boost = boost;
    }

    @Override
    public int docID() {
      return iterator.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return iterator;
    }

    @Override
    public float score() throws IOException {
      return boost * scorer.score();
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }
}
