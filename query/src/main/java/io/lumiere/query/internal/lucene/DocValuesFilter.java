package io.lumiere.query.internal.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Documents that have a number in each of some fields, and whose numbers pass a test. It checks
 * every document that the rest of the query matches. Thread-safe; two are equal if their tests are.
 */
final class DocValuesFilter extends Query {
  /** What the numbers must be. Give it an {@code equals}: Lucene caches by it. */
  interface Test {
    /**
     * Whether a document passes.
     *
     * @param values its numbers, in the order of the fields
     */
    boolean passes(long[] values);
  }

  /** Comparing a number or two costs about as much as this many steps of an iterator. */
  private static final float COST = 10;

  private final List<String> fields;
  private final Test test;

  /**
   * A filter.
   *
   * @param fields int or long fields with doc values
   */
  DocValuesFilter(Test test, String... fields) {
    this.fields = List.of(fields);
    this.test = test;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        NumericDocValues[] values = values(context.reader());
        if (values == null) {
          return null;
        }
        Scorer scorer = new ConstantScoreScorer(score(), scoreMode, new Checked(values, test));
        return new DefaultScorerSupplier(scorer);
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return DocValues.isCacheable(context, fields.toArray(new String[0]));
      }
    };
  }

  /** Null where no document of the segment has one of the fields. */
  private NumericDocValues @Nullable [] values(LeafReader reader) throws IOException {
    NumericDocValues[] values = new NumericDocValues[fields.size()];
    for (int i = 0; i < values.length; i++) {
      SortedNumericDocValues sorted = DocValues.getSortedNumeric(reader, fields.get(i));
      NumericDocValues single = DocValues.unwrapSingleton(sorted);
      if (single == null) {
        return null;
      }
      values[i] = single;
    }
    return values;
  }

  private static final class Checked extends TwoPhaseIterator {
    private final NumericDocValues[] values;
    private final Test test;
    private final long[] numbers;

    Checked(NumericDocValues[] values, Test test) {
      super(values[0]);
      this.values = values;
      this.test = test;
      this.numbers = new long[values.length];
    }

    @Override
    public boolean matches() throws IOException {
      int doc = approximation().docID();
      for (int i = 0; i < numbers.length; i++) {
        if (i > 0 && !values[i].advanceExact(doc)) {
          return false;
        }
        numbers[i] = values[i].longValue();
      }
      return test.passes(numbers);
    }

    @Override
    public float matchCost() {
      return COST * numbers.length;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (fields.stream().anyMatch(visitor::acceptField)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String field) {
    return fields + " passes " + test;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocValuesFilter that
        && fields.equals(that.fields)
        && test.equals(that.test);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + fields.hashCode()) + test.hashCode();
  }
}
