package io.lumiere.solr.search;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.handler.component.ResponseBuilder;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrRequestInfo;
import org.apache.solr.search.QParser;
import org.apache.solr.search.QParserPlugin;
import org.jspecify.annotations.Nullable;

/**
 * {@code q={!lumiere}}: what the parameters {@code lumiere.*} ask for, as a query of Solr, which
 * then sorts, pages, counts and groups as it does with any other. The photos are ranked among those
 * that pass the request's filters. {@code sort=score desc,id_hash asc} is the order of the program.
 * {@code {!lumiere has=vector_2}} finds the photos that have a vector in a field, which Solr's own
 * language cannot say. Thread-safe.
 */
public final class PhotoQueryParser extends QParserPlugin {
  private static final String HAS = "has";

  @Override
  public QParser createParser(
      @Nullable String text,
      @Nullable SolrParams localParams,
      SolrParams params,
      SolrQueryRequest request) {
    return new QParser(text, localParams, params, request) {
      @Override
      public Query parse() {
        String field = localParams == null ? null : localParams.get(HAS);
        if (field != null) {
          return new FieldExistsQuery(field);
        }
        if (isFilter()) {
          throw new SolrException(
              SolrException.ErrorCode.BAD_REQUEST,
              "{!lumiere} ranks, so it is a request's q: as a filter it takes " + HAS);
        }
        if (asksShards()) {
          return new MatchNoDocsQuery("each shard searches for itself");
        }
        try {
          return ShardRun.of(req).query(req.getParams());
        } catch (IOException e) {
          throw new SolrException(SolrException.ErrorCode.SERVER_ERROR, e);
        } catch (IllegalArgumentException | LumiereException | TooManyClauses e) {
          throw StagedSearch.refusal(e);
        }
      }
    };
  }

  /**
   * Whether this is the node that asks all shards, which Solr lets read a query that it does not
   * search for: it would search one of the shards once more.
   */
  private static boolean asksShards() {
    SolrRequestInfo info = SolrRequestInfo.getRequestInfo();
    ResponseBuilder builder = info == null ? null : info.getResponseBuilder();
    return builder != null && builder.isDistributed();
  }
}
