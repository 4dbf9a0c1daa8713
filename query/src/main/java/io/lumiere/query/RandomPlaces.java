package io.lumiere.query;

import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.jspecify.annotations.Nullable;

/** Each photo's place in the random order of a seed, for Lucene to sort by. */
final class RandomPlaces extends LongValuesSource {
  private final long seed;

  RandomPlaces(long seed) {
    this.seed = seed;
  }

  @Override
  public LongValues getValues(LeafReaderContext context, @Nullable DoubleValues scores)
      throws IOException {
    NumericDocValues hashes = DocValues.getNumeric(context.reader(), Fields.ID_HASH);
    return new LongValues() {
      @Override
      public long longValue() throws IOException {
        return SortKeys.random(hashes.longValue(), seed);
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        return hashes.advanceExact(doc);
      }
    };
  }

  @Override
  public boolean isCacheable(LeafReaderContext context) {
    return DocValues.isCacheable(context, Fields.ID_HASH);
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RandomPlaces places && places.seed == seed;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seed);
  }

  @Override
  public String toString() {
    return "random(" + seed + ")";
  }
}
