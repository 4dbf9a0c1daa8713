package io.lumiere.query;

import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.schema.Fields;
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
import org.apache.lucene.search.SortField;
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
    List<FieldDoc> found = best(most);
    if (found == null) {
      ScoreDoc[] first = newest(most);
      found = new ArrayList<>();
      for (ScoreDoc hit : first == null ? next(query, most) : first) {
        found.add((FieldDoc) hit);
      }
    }
    after = found.isEmpty() ? after : found.getLast();
    return found;
  }

  /**
   * The first of what was ranked, which needs no other search; null where they are not asked for.
   */
  private @Nullable List<FieldDoc> best(int most) throws IOException {
    return after == null && query instanceof FusedQuery fused
        ? fused.best(searcher.getIndexReader(), sort, most)
        : null;
  }

  /** Where they are sorted by date, by a look at the newest alone; null where that is no help. */
  private ScoreDoc @Nullable [] newest(int most) throws IOException {
    SortField by = sort.getSort()[0];
    if (!Fields.TAKEN.equals(by.getField()) || !by.getReverse()) {
      return null;
    }
    long upTo = after == null ? Long.MAX_VALUE : (Long) after.fields[0];
    Query newest = new NewestHits(searcher, query).of(most, upTo);
    ScoreDoc[] hits = newest == null ? null : next(newest, most);
    return hits != null && hits.length == most ? hits : null;
  }

  private ScoreDoc[] next(Query of, int most) throws IOException {
    return searcher.searchAfter(after, of, most, sort, true).scoreDocs;
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
