package io.lumiere.query;

import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.statistics.AskedStatistics;
import io.lumiere.query.statistics.ReaderStatistics;
import io.lumiere.query.statistics.StatedSearcher;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;

/**
 * A request in one of several directories that are searched together. Each first answers what the
 * request's words ask of it; with the sums of the answers, each makes the very query that one
 * directory of all photos would. The query's own stages follow: {@link
 * io.lumiere.query.hybrid.HybridRun}.
 *
 * <p>The request has its vector already: {@link SearchTarget} must not need a text encoder, or
 * vectors of photos, which another directory may have. Not thread-safe.
 */
public final class ShardSearch {
  private final SearchRequest request;
  private final IndexSearcher searcher;
  private final Directions directions;
  private final String archive;

  /**
   * A request.
   *
   * @param searcher of one state of one directory
   * @param model whose vectors are compared
   * @param scale makes chances of the cosines to the request's vector
   * @param archive the archive's root, with which what people paste may begin
   */
  public ShardSearch(
      SearchRequest request,
      IndexSearcher searcher,
      IndexedModel model,
      Scale scale,
      String archive) {
    this.request = request;
    this.searcher = searcher;
    this.directions = new Directions(null, new Calibration(scale, scale), model);
    this.archive = archive;
  }

  /** What the request asks of this directory, and its answers. */
  public StatisticsSums statistics() throws IOException {
    AskedStatistics asked = new AskedStatistics(new ReaderStatistics(searcher.getIndexReader()));
    StatedSearcher asking = new StatedSearcher(searcher, asked);
    PreparedSearch prepared = new PreparedSearch(request, asking, directions, archive);
    Query filter = prepared.filter();
    if (filter != null) {
      asking.rewrite(filter);
    }
    for (Query words : prepared.rankingQueries()) {
      asking.createWeight(asking.rewrite(words), ScoreMode.COMPLETE, 1);
    }
    return asked.answers();
  }

  /** A searcher of this directory by the statistics of all. */
  public IndexSearcher searcher(StatisticsSums sums) {
    return new StatedSearcher(searcher, sums);
  }

  /**
   * What the request looks for. It must be run by the {@link #searcher} with the same statistics. A
   * {@link HybridQuery} where the request ranks.
   *
   * @param sums the answers of all directories
   */
  public Query query(StatisticsSums sums) throws IOException {
    return new PreparedSearch(request, searcher(sums), directions, archive).query();
  }

  /** The filter that every hit passes, in forms that any searcher of this directory knows. */
  public Query filter(StatisticsSums sums) throws IOException {
    IndexSearcher stated = searcher(sums);
    Query filter = new PreparedSearch(request, stated, directions, archive).filter();
    return filter == null ? new FieldExistsQuery(Fields.ID) : stated.rewrite(filter);
  }
}
