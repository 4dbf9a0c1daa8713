package io.lumiere.solr.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.statistics.StatedSearcher;
import io.lumiere.query.statistics.StatisticsSums;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;

/** Solr keeps what a query has found, and finds it again by the query. */
class StatedQueryTest {
  private final IndexSearcher searcher = new IndexSearcher(new MultiReader());

  StatedQueryTest() throws IOException {}

  private StatedQuery query(long documents) {
    StatisticsSums sums = new StatisticsSums(documents, Set.of(), Map.of());
    return new StatedQuery(new MatchAllDocsQuery(), new StatedSearcher(searcher, sums));
  }

  /** Which words a search looks for depends on the photos of other shards, too. */
  @Test
  void queriesByOtherStatisticsAreOthers() {
    assertThat(query(7)).isEqualTo(query(7)).hasSameHashCodeAs(query(7)).isNotEqualTo(query(8));
  }
}
