package io.lumiere.query.internal.lucene;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Taken;
import java.io.IOException;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Photos whose date is a guess: the time of their file, {@link Taken#isGuessed}. */
public final class GuessedDates {
  private static final BytesRef GUESSED = new BytesRef(Taken.FILE_TIME);

  private GuessedDates() {}

  /** Photos whose date is a guess. */
  public static Query query() {
    return KeywordField.newExactQuery(Fields.TAKEN_SOURCE, Taken.FILE_TIME);
  }

  /** Photos with a date that is not a guess. */
  public static Query known() {
    return without(new FieldExistsQuery(Fields.TAKEN));
  }

  /** What {@code dated} finds, without guesses. */
  public static Query without(Query dated) {
    return new BooleanQuery.Builder().add(dated, Occur.FILTER).add(query(), Occur.MUST_NOT).build();
  }

  /** Sorts guesses after what is known, where the key before this one is equal. */
  public static SortField last() {
    return new IsGuessed().getSortField(false);
  }

  /** The key of {@link #last} as Lucene compares it. */
  public static long key(boolean guessed) {
    return guessed ? 1 : 0;
  }

  /** The guesses of one segment. Documents must come in order. Not thread-safe. */
  public static final class OfSegment {
    private final SortedSetDocValues sources;
    private final long ordinal;

    /** Reads a segment. */
    public OfSegment(LeafReader reader) throws IOException {
      this.sources = DocValues.getSortedSet(reader, Fields.TAKEN_SOURCE);
      this.ordinal = sources.lookupTerm(GUESSED);
    }

    /** Whether the date of a document is a guess. */
    public boolean isGuessed(int doc) throws IOException {
      return ordinal >= 0 && sources.advanceExact(doc) && sources.nextOrd() == ordinal;
    }
  }

  private static final class IsGuessed extends LongValuesSource {
    @Override
    public LongValues getValues(LeafReaderContext context, @Nullable DoubleValues scores)
        throws IOException {
      OfSegment leaf = new OfSegment(context.reader());
      return new LongValues() {
        private boolean guessed;

        @Override
        public long longValue() {
          return key(guessed);
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          guessed = leaf.isGuessed(doc);
          return true;
        }
      };
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
      return DocValues.isCacheable(context, Fields.TAKEN_SOURCE);
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
      return other instanceof IsGuessed;
    }

    @Override
    public int hashCode() {
      return IsGuessed.class.hashCode();
    }

    @Override
    public String toString() {
      return "guessed";
    }
  }
}
