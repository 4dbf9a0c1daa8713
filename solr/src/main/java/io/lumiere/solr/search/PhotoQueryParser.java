package io.lumiere.solr.search;

import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.search.QParser;
import org.apache.solr.search.QParserPlugin;
import org.jspecify.annotations.Nullable;

/**
 * {@code q={!lumiere}}: what the parameters {@code lumiere.*} ask for, as a query of Solr, which
 * then sorts, pages, counts and groups as it does with any other. {@code sort=score desc,id_hash
 * asc} is the order of the program. Thread-safe.
 */
public final class PhotoQueryParser extends QParserPlugin {
  @Override
  public QParser createParser(
      @Nullable String text,
      @Nullable SolrParams localParams,
      SolrParams params,
      SolrQueryRequest request) {
    return new QParser(text, localParams, params, request) {
      @Override
      public Query parse() {
        try {
          return query(req);
        } catch (IOException e) {
          throw new SolrException(SolrException.ErrorCode.SERVER_ERROR, e);
        } catch (IllegalArgumentException e) {
          throw new SolrException(SolrException.ErrorCode.BAD_REQUEST, e.getMessage(), e);
        }
      }
    };
  }

  private static Query query(SolrQueryRequest request) throws IOException {
    ShardRun run = ShardRun.of(request);
    StatisticsSums sums = StageParameters.statistics(request.getParams());
    if (sums == null) {
      ShardRun.Alone alone = run.alone();
      return run.query(alone.sums(), alone.windows(), alone.cut());
    }
    List<LegWindow> windows = StageParameters.windows(request.getParams());
    return run.query(
        sums, windows == null ? List.of() : windows, StageParameters.cut(request.getParams()));
  }
}
