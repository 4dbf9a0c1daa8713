package io.lumiere.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/** Hits as Lucene sorts them. */
final class SortedHits implements OrderedHits {
  private final IndexSearcher searcher;
  private final Query query;
  private final Sort sort;
  private @Nullable FieldDoc after;

  /**
   * The hits of a query.
   *
   * @param after where the last hit before stands; null to begin with the first
   */
  SortedHits(IndexSearcher searcher, Query query, Sort sort, @Nullable FieldDoc after) {
    this.searcher = searcher;
    this.query = query;
    this.sort = sort;
    this.after = after;
  }

  @Override
  public List<FieldDoc> next(int most) throws IOException {
    List<FieldDoc> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.searchAfter(after, query, most, sort, true).scoreDocs) {
      found.add((FieldDoc) hit);
    }
    after = found.isEmpty() ? after : found.getLast();
    return found;
  }

  @Override
  public int[] sorted(Query among) throws IOException {
    Query filtered = searcher.rewrite(within(query, among));
    int most = Math.max(1, searcher.count(filtered));
    return Arrays.stream(searcher.search(filtered, most, sort).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }

  /** {@code query} with its scores, where {@code filter} matches. */
  static Query within(Query query, Query filter) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }
}
