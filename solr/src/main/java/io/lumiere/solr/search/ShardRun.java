package io.lumiere.solr.search;

import io.lumiere.base.LumiereException;
import io.lumiere.query.ShardProtocol;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.ShardSearch;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.StagedAnswers.Stage;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.HybridRun;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ShardParams;
import org.apache.solr.common.params.SolrParams;
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
    Key key = new Key(StageParameters.request(asked.getParams()), SolrFilters.of(asked));
    SolrCache<Object, Object> cache = cache(asked);
    Object known = cache == null ? null : cache.get(key);
    if (known instanceof ShardRun run) {
      return run;
    }
    SharedRequest request = SharedRequest.read(key.parameters());
    if (!key.filters().isEmpty()) {
      request =
          request.within(key.filters().passing(asked.getSearcher()), "photos that pass Solr's fq");
    }
    ShardRun run = new ShardRun(request, search(request, asked, key.parameters()));
    if (cache != null) {
      cache.put(key, run);
    }
    return run;
  }

  /** What is asked: requests that have this in common find the same. */
  private record Key(Map<String, List<String>> parameters, SolrFilters filters) {}

  private static ShardSearch search(
      SharedRequest request, SolrQueryRequest asked, Map<String, List<String>> parameters)
      throws IOException {
    List<String> field = parameters.getOrDefault("model", List.of());
    IndexMetadata metadata = metadata(asked, field);
    IndexedModel model =
        model(metadata, field)
            .orElseThrow(() ->
                new IllegalArgumentException("no model has its vectors in " + field.getFirst()));
    return new ShardSearch(request, asked.getSearcher(), metadata, model);
  }

  /** What is wrong with a shard's metadata is nothing that is wrong with a request. */
  private static IndexMetadata metadata(SolrQueryRequest asked, List<String> field)
      throws IOException {
    CoreMetadata core = StagedSearch.of(asked.getCore()).metadata();
    try {
      IndexMetadata metadata = core.get();
      return model(metadata, field).isPresent() ? metadata : core.readAgain();
    } catch (LumiereException e) {
      throw new SolrException(SolrException.ErrorCode.SERVER_ERROR, e.getMessage(), e);
    }
  }

  /** The model whose vectors a request compares: that of the field which it names. */
  private static Optional<IndexedModel> model(IndexMetadata metadata, List<String> field) {
    return field.isEmpty()
        ? Optional.of(metadata.models().defaultModel())
        : metadata.models().all().stream()
            .filter(model -> model.field().equals(field.getFirst()))
            .findFirst();
  }

  @SuppressWarnings("unchecked") // Nothing but this class uses it.
  private static @Nullable SolrCache<Object, Object> cache(SolrQueryRequest asked) {
    return asked.getSearcher().getCache(CACHE);
  }

  /**
   * What this shard answers in a stage.
   *
   * @param params what the node that asks knows of all shards
   */
  List<byte[]> answer(Stage stage, SolrParams params) throws IOException {
    byte[] said = stage == Stage.RESULT ? withoutSearch(params) : null;
    return said == null ? answerInTurn(stage, params) : List.of(said);
  }

  /**
   * What needs nothing that is kept here. All that is asked whatever is searched for is one
   * request: in turn, everybody would wait for everybody else's questions.
   *
   * @return null where something else is asked
   */
  private byte @Nullable [] withoutSearch(SolrParams params) throws IOException {
    ShardQuestion question = StageParameters.question(params);
    return question == null ? null : search.answerWithoutSearch(question);
  }

  private synchronized List<byte[]> answerInTurn(Stage stage, SolrParams params)
      throws IOException {
    if (stage == Stage.STATISTICS) {
      return List.of(statistics().toBytes());
    }
    StatisticsSums all = StageParameters.statistics(params);
    if (all == null && request.needsStatistics()) {
      throw new IllegalArgumentException("stage " + stage + " needs the statistics of all shards");
    }
    StatisticsSums stated = all == null ? statistics() : all;
    List<LegWindow> given = StageParameters.windows(params);
    List<LegWindow> ofAll = given == null ? List.of() : given;
    int first = params.getInt(ShardProtocol.FIRST, Integer.MAX_VALUE);
    return switch (stage) {
      case STATISTICS -> throw new IllegalStateException();
      case LEGS, MORE_LEGS -> legScores(stated, first).stream().map(LegScores::toBytes).toList();
      case SCORES -> {
        FusedScores scores = scores(stated, ofAll);
        yield scores == null ? List.of() : List.of(scores.toBytes());
      }
      case RESULT, MORE_HITS ->
          List.of(
              result(
                  stated,
                  ofAll,
                  StageParameters.cut(params),
                  StageParameters.question(params),
                  first));
    };
  }

  /** What it answers where it is the only shard. */
  List<byte[]> answerAlone(SolrParams params) throws IOException {
    byte[] said = withoutSearch(params);
    return said == null ? answerAloneInTurn(params) : List.of(said);
  }

  private synchronized List<byte[]> answerAloneInTurn(SolrParams params) throws IOException {
    Alone alone = alone();
    return List.of(
        result(
            alone.sums(),
            alone.windows(),
            alone.cut(),
            StageParameters.question(params),
            Integer.MAX_VALUE));
  }

  /** The first stage: what this shard answers to what the request's words ask. */
  private StatisticsSums statistics() throws IOException {
    if (statistics == null) {
      statistics = search.statistics();
    }
    return statistics;
  }

  /**
   * The second stage: the scores of each leg; none where the request does not rank.
   *
   * @param all the statistics of all shards
   * @param first how many of each leg, at most
   */
  private List<LegScores> legScores(StatisticsSums all, int first) throws IOException {
    HybridRun legs = run(all);
    return legs == null ? List.of() : legs.legScores(first);
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
  private @Nullable FusedScores scores(StatisticsSums all, List<LegWindow> ofAll)
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
   * @param first how many hits this has, at most
   */
  private byte[] result(
      StatisticsSums all,
      List<LegWindow> ofAll,
      @Nullable CutoffReport cut,
      @Nullable ShardQuestion question,
      int first)
      throws IOException {
    FusedQuery found = fused(all, ofAll);
    return question == null
        ? search.result(all, found, cut, first).toBytes()
        : search.answer(question, all, found, cut, first);
  }

  /**
   * In place of the last: a query of Lucene that finds what was found, with its scores.
   *
   * @param params what the node that asks knows of all shards; nothing where this is the only one
   */
  synchronized Query query(SolrParams params) throws IOException {
    StatisticsSums all = StageParameters.statistics(params);
    List<LegWindow> ofAll = StageParameters.windows(params);
    if (all == null && ofAll == null) {
      requireAlone(params);
      Alone alone = alone();
      return query(alone.sums(), alone.windows(), alone.cut());
    }
    return query(
        all == null ? statistics() : all,
        ofAll == null ? List.of() : ofAll,
        StageParameters.cut(params));
  }

  /** One of several shards cannot rank alone: its scores would not compare with the others'. */
  private void requireAlone(SolrParams params) {
    boolean dependsOnOthers = request.isRanked() || request.needsStatistics();
    if (dependsOnOthers && params.getBool(ShardParams.IS_SHARD, false)) {
      throw new IllegalArgumentException(
          "q must begin with " + StagedSearch.QUERY + ": otherwise each shard would rank alone");
    }
  }

  private Query query(StatisticsSums all, List<LegWindow> ofAll, @Nullable CutoffReport cut)
      throws IOException {
    FusedQuery found = fused(all, ofAll);
    Query query = found == null ? search.query(all) : cut == null ? found : found.cut(cut);
    return new StatedQuery(query, search.searcher(all));
  }

  /** All stages up to the last, where this shard is the only one. */
  private Alone alone() throws IOException {
    StatisticsSums all = statistics();
    List<LegWindow> ofAll = new ArrayList<>();
    for (LegScores leg : legScores(all, Integer.MAX_VALUE)) {
      ofAll.add(LegWindow.of(List.of(leg), request.window()));
    }
    FusedScores scores = request.isCut() ? scores(all, ofAll) : null;
    return new Alone(all, ofAll, scores == null ? null : scores.automatic());
  }

  /** What the stages of a single shard give. */
  private record Alone(StatisticsSums sums, List<LegWindow> windows, @Nullable CutoffReport cut) {}
}
