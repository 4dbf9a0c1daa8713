package io.lumiere.solr.search;

import io.lumiere.query.statistics.StatedSearcher;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query with the statistics of all shards, which its explanations go by, too. Immutable and
 * thread-safe.
 */
final class StatedQuery extends Query {
  private final Query query;
  private final IndexSearcher stated;

  /**
   * A query.
   *
   * @param stated a searcher of the same state, by the statistics of all shards
   */
  StatedQuery(Query query, IndexSearcher stated) {
    this.query = query;
    this.stated = stated;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    return stated.createWeight(stated.rewrite(query), scoreMode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return sameClassAs(other)
        && other instanceof StatedQuery that
        && query.equals(that.query)
        && stated.getIndexReader().equals(that.stated.getIndexReader())
        // Which words it finds depends on them, and Solr keeps what a query has found.
        && StatedSearcher.of(stated).equals(StatedSearcher.of(that.stated));
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + query.hashCode();
  }
}
