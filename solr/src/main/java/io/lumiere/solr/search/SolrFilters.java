package io.lumiere.solr.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.search.PostFilter;
import org.apache.solr.search.QParser;
import org.apache.solr.search.SolrIndexSearcher;
import org.apache.solr.search.SyntaxError;

/**
 * The filters of a request to Solr, its {@code fq}. Rankings look among the photos that pass them:
 * Solr itself would apply them to what the rankings have found, of which they may leave little.
 * Immutable.
 */
record SolrFilters(Set<Query> queries) {
  SolrFilters {
    queries = Set.copyOf(queries);
  }

  /** Those of a request, but for filters that Solr applies to hits one by one, at the end. */
  static SolrFilters of(SolrQueryRequest asked) {
    String[] texts = asked.getParams().getParams(CommonParams.FQ);
    Set<Query> queries = new LinkedHashSet<>();
    if (texts != null) {
      for (String text : texts) {
        Query query = text.isBlank() ? null : query(text, asked);
        if (query != null && !isOfHits(query)) {
          queries.add(query);
        }
      }
    }
    return new SolrFilters(queries);
  }

  private static Query query(String text, SolrQueryRequest asked) {
    try {
      QParser parser = QParser.getParser(text, asked);
      parser.setIsFilter(true);
      return parser.getQuery();
    } catch (SyntaxError e) {
      throw new SolrException(SolrException.ErrorCode.BAD_REQUEST, e);
    }
  }

  /** Such as one that collapses hits, which looks at their scores. */
  private static boolean isOfHits(Query query) {
    return query instanceof PostFilter filter && !filter.getCache() && filter.getCost() >= 100;
  }

  boolean isEmpty() {
    return queries.isEmpty();
  }

  /** The photos that pass all of them, as Solr keeps them, in a form that any searcher knows. */
  Query passing(SolrIndexSearcher searcher) throws IOException {
    return searcher.getDocSet(new ArrayList<>(queries)).makeQuery();
  }
}
