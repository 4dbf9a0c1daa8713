package io.lumiere.solr.search;

import io.lumiere.query.ShardQuestion;
import io.lumiere.query.ShardSearch;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.HybridRun;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.search.SolrCache;
import org.jspecify.annotations.Nullable;

/**
 * One request in one state of a shard. What a stage has found is kept for the next one: the legs
 * run once, as long as the sums of the statistics are the same. Thread-safe.
 */
final class ShardRun {
  /** The name of Solr's cache that keeps these as long as a state of the shard is searched. */
  static final String CACHE = "lumiereRuns";

  private final SharedRequest request;
  private final ShardSearch search;
  private @Nullable StatisticsSums statistics;
  private @Nullable StatisticsSums sums;
  private @Nullable HybridRun run;
  private @Nullable List<LegWindow> windows;
  private @Nullable FusedQuery fused;

  private ShardRun(SharedRequest request, ShardSearch search) {
    this.request = request;
    this.search = search;
  }

  /** That of a request to Solr. */
  static ShardRun of(SolrQueryRequest asked) throws IOException {
    Map<String, List<String>> parameters = StageParameters.request(asked.getParams());
    SolrCache<Object, Object> cache = cache(asked);
    Object known = cache == null ? null : cache.get(parameters);
    if (known instanceof ShardRun run) {
      return run;
    }
    SharedRequest request = SharedRequest.read(parameters);
    CoreMetadata core = CoreMetadata.of(asked.getCore());
    ShardRun run =
        new ShardRun(
            request,
            new ShardSearch(request, asked.getSearcher(), core.metadata(), core.model(parameters)));
    if (cache != null) {
      cache.put(parameters, run);
    }
    return run;
  }

  @SuppressWarnings("unchecked") // Nothing but this class uses it.
  private static @Nullable SolrCache<Object, Object> cache(SolrQueryRequest asked) {
    return asked.getSearcher().getCache(CACHE);
  }

  SharedRequest request() {
    return request;
  }

  /** The first stage: what this shard answers to what the request's words ask. */
  synchronized StatisticsSums statistics() throws IOException {
    if (statistics == null) {
      statistics = search.statistics();
    }
    return statistics;
  }

  /**
   * The second stage: the scores of each leg; none where the request does not rank.
   *
   * @param all the statistics of all shards
   */
  synchronized List<LegScores> legScores(StatisticsSums all) throws IOException {
    HybridRun legs = run(all);
    return legs == null ? List.of() : legs.legScores();
  }

  private @Nullable HybridRun run(StatisticsSums all) throws IOException {
    if (!all.equals(sums)) {
      run =
          search.query(all) instanceof HybridQuery hybrid
              ? hybrid.start(search.searcher(all))
              : null;
      sums = all;
      windows = null;
      fused = null;
    }
    return run;
  }

  /** The third: the scores of all that was found, ranked among all shards. */
  synchronized @Nullable FusedScores scores(StatisticsSums all, List<LegWindow> ofAll)
      throws IOException {
    FusedQuery found = fused(all, ofAll);
    return found == null ? null : found.fusedScores();
  }

  private @Nullable FusedQuery fused(StatisticsSums all, List<LegWindow> ofAll) throws IOException {
    HybridRun legs = run(all);
    if (legs != null && !ofAll.equals(windows)) {
      fused = legs.fused(ofAll);
      windows = ofAll;
    }
    return fused;
  }

  /**
   * The last: the shard's part of the result, or an answer about its hits.
   *
   * @param cut null where nothing is cut off
   * @param question null where its part of the page is asked for
   */
  synchronized byte[] result(
      StatisticsSums all,
      List<LegWindow> ofAll,
      @Nullable CutoffReport cut,
      @Nullable ShardQuestion question)
      throws IOException {
    FusedQuery found = fused(all, ofAll);
    return question == null
        ? search.result(all, found, cut).toBytes()
        : search.answer(question, all, found, cut);
  }

  /** In place of the last: a query of Lucene that finds what was found, with its scores. */
  synchronized Query query(StatisticsSums all, List<LegWindow> ofAll, @Nullable CutoffReport cut)
      throws IOException {
    FusedQuery found = fused(all, ofAll);
    Query query = found == null ? search.query(all) : cut == null ? found : found.cut(cut);
    return new StatedQuery(query, search.searcher(all));
  }

  /** All stages up to the last, where this shard is the only one. */
  synchronized Alone alone() throws IOException {
    StatisticsSums all = statistics();
    List<LegWindow> ofAll = new ArrayList<>();
    for (LegScores leg : legScores(all)) {
      ofAll.add(LegWindow.of(List.of(leg), request.window()));
    }
    FusedScores scores = request.isCut() ? scores(all, ofAll) : null;
    return new Alone(all, ofAll, scores == null ? null : scores.automatic());
  }

  /** What the stages of a single shard give. */
  record Alone(StatisticsSums sums, List<LegWindow> windows, @Nullable CutoffReport cut) {}
}
