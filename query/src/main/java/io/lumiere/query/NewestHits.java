package io.lumiere.query;

import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.internal.lucene.LastPoints;
import io.lumiere.schema.Fields;
import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Where the newest hits of many are. Lucene passes over documents that are older than what it has
 * kept, so where photos lie in the order of their dates, it looks at each: it meets the newest
 * last. Their dates say at once from when on there are enough. Not thread-safe.
 */
final class NewestHits {
  /** Among fewer documents there is little to save. */
  private static final int WORTH_WHILE = 10_000;

  /** One of how many documents may have such a date at most: looking at them may be in vain. */
  private static final int FEW = 8;

  /** How many more than are asked for, since where they pass is not known. */
  private static final int SPARE = 2;

  /** Estimates are of whole blocks of points, of 512 each. */
  private static final int BLOCKS = 1_024;

  private final IndexSearcher searcher;
  private final Query query;

  NewestHits(IndexSearcher searcher, Query query) {
    this.searcher = searcher;
    this.query = query;
  }

  /**
   * The query, from some date on: if it finds enough, these are the newest.
   *
   * @param most how many are asked for
   * @param upTo the latest date that they may have
   * @return null where that would not save time
   */
  @Nullable Query of(int most, long upTo) throws IOException {
    int documents = searcher.getIndexReader().maxDoc();
    if (documents < WORTH_WHILE || query instanceof FusedQuery) {
      return null;
    }
    double passing = passing() / (double) documents;
    double enough = SPARE * most / passing + BLOCKS;
    if (!(enough < documents / (double) FEW)) {
      return null;
    }
    long from = LastPoints.of(searcher.getIndexReader(), Fields.TAKEN).from((long) enough, upTo);
    return from == Long.MIN_VALUE
        ? null
        : SortedHits.within(query, LongField.newRangeQuery(Fields.TAKEN, from, upTo));
  }

  /** How many documents the query finds, about. */
  private long passing() throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    long passing = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      ScorerSupplier found = weight.scorerSupplier(leaf);
      passing += found == null ? 0 : found.cost();
    }
    return passing;
  }
}
